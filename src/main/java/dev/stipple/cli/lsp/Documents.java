package dev.stipple.cli.lsp;

import com.google.gson.JsonPrimitive;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** What the editor says of its files. */
final class Documents implements TextDocumentService, WorkspaceService {
    /** Answers take no thread from whatever else goes on in the process. */
    private final Executor answering = Executors.newFixedThreadPool(2, work -> {
        var thread = new Thread(work, "answers");
        thread.setDaemon(true);
        return thread;
    });

    private final Session session;

    Documents(Session session) {
        this.session = session;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        take(params.getTextDocument().getUri(), params.getTextDocument().getText());
    }

    /** Takes the whole text, as the server asks for. */
    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        List<TextDocumentContentChangeEvent> changes = params.getContentChanges();
        if (!changes.isEmpty()) {
            take(
                    params.getTextDocument().getUri(),
                    changes.get(changes.size() - 1).getText());
        }
    }

    private void take(String uri, String text) {
        session.with(uri, (workspace, diagnoser, file) -> {
            boolean other = !text.equals(workspace.folder().texts().get(file));
            workspace.open(file, text);
            if (other) {
                diagnoser.typed(file);
            }
        });
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        session.with(params.getTextDocument().getUri(), (workspace, diagnoser, file) -> {
            workspace.close(file);
            diagnoser.read();
        });
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        session.with(params.getTextDocument().getUri(), (workspace, diagnoser, file) -> {
            workspace.refresh();
            diagnoser.saved();
        });
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        session.workspace().ifPresent(workspace -> {
            workspace.refresh();
            session.looks(Diagnoser::read);
        });
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There is nothing to configure.
    }

    /** What is asked about a file; the fallback where its folder is not known or cannot be read yet. */
    private <T> CompletableFuture<T> ask(String uri, T otherwise, BiFunction<Features, String, T> question) {
        return CompletableFuture.supplyAsync(
                () -> session.workspace()
                        .flatMap(workspace -> Uris.name(workspace.path(), uri)
                                .filter(file -> workspace.folder().has(file))
                                .flatMap(
                                        file -> Features.of(workspace).map(features -> question.apply(features, file))))
                        .orElse(otherwise),
                answering);
    }

    private <T> CompletableFuture<@Nullable T> find(String uri, BiFunction<Features, String, Optional<T>> question) {
        return ask(uri, Optional.<T>empty(), question).thenApply(found -> found.orElse(null));
    }

    @Override
    public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
        return find(params.getTextDocument().getUri(), (features, file) -> features.hover(file, params.getPosition()));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return ask(
                        params.getTextDocument().getUri(),
                        List.<CompletionItem>of(),
                        (features, file) -> features.completion(file, params.getPosition()))
                .thenApply(Either::forLeft);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return ask(
                        params.getTextDocument().getUri(),
                        List.<Location>of(),
                        (features, file) -> features.definition(file, params.getPosition()))
                .thenApply(Either::forLeft);
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        return ask(
                params.getTextDocument().getUri(),
                List.of(),
                (features, file) -> features.references(
                        file, params.getPosition(), params.getContext().isIncludeDeclaration()));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return ask(params.getTextDocument().getUri(), List.of(), Features::symbols);
    }

    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return CompletableFuture.supplyAsync(
                () -> Either.forRight(session.workspace()
                        .flatMap(Features::of)
                        .map(features -> features.find(params.getQuery()))
                        .orElse(List.of())),
                answering);
    }

    @Override
    public CompletableFuture<@Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return find(
                params.getTextDocument().getUri(),
                (features, file) ->
                        features.nameable(file, params.getPosition()).map(Either3::forSecond));
    }

    @Override
    public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
        return find(
                params.getTextDocument().getUri(),
                (features, file) -> features.rename(file, params.getPosition(), params.getNewName()));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return ask(params.getTextDocument().getUri(), List.of(), Features::lenses);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return CompletableFuture.supplyAsync(
                () -> session.workspace()
                        .flatMap(workspace -> {
                            RulesFolder folder = workspace.folder();
                            return Uris.name(
                                            workspace.path(),
                                            params.getTextDocument().getUri())
                                    .filter(folder::has)
                                    .map(file -> Features.layout(folder, file));
                        })
                        .orElse(List.of()),
                answering);
    }

    /** Shows how it came out as a message, which every client has a place for. */
    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<String> words =
                            params.getArguments().stream().map(Documents::word).toList();
                    Tried tried = Tried.of(params.getCommand()).orElse(null);
                    if (tried == null || words.size() != 2) {
                        throw new ResponseErrorException(new ResponseError(
                                ResponseErrorCode.InvalidParams,
                                "there is no such command; use one of " + Tried.commands()
                                        + " with the address of a file and the name of a scenario in it",
                                null));
                    }
                    session.tryOut(tried, words.get(0), words.get(1));
                    return "";
                },
                answering);
    }

    /** An argument, which comes as JSON. */
    private static String word(Object argument) {
        return argument instanceof JsonPrimitive text ? text.getAsString() : String.valueOf(argument);
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return ask(
                params.getTextDocument().getUri(),
                List.of(),
                (features, file) -> features.actions(file, params.getContext().getDiagnostics()).stream()
                        .map(Either::<Command, CodeAction>forRight)
                        .toList());
    }
}
