package dev.stipple.cli.lsp;

import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.studio.Index;
import dev.stipple.studio.Layout;
import dev.stipple.studio.Mention;
import dev.stipple.studio.Notes;
import dev.stipple.studio.Outline;
import dev.stipple.studio.Proposals;
import dev.stipple.studio.Remedy;
import dev.stipple.studio.Renaming;
import dev.stipple.studio.Symbol;
import dev.stipple.studio.TextLines;
import dev.stipple.studio.Workspace;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What a client can ask about the texts as they are at one moment. */
final class Features {
    private static final int MOST_SYMBOLS = 200;

    private final Workspace workspace;
    private final Index index;

    private Features(Workspace workspace, Index index) {
        this.workspace = workspace;
        this.index = index;
    }

    /** Empty until the questions of a folder could be read once. */
    static Optional<Features> of(Workspace workspace) {
        return workspace.index().map(index -> new Features(workspace, index));
    }

    private TextLines lines(String file) {
        return new TextLines(index.folder().text(file));
    }

    private Optional<Mention> at(String file, Position position) {
        return index.at(file, Positions.offset(lines(file), position));
    }

    Optional<Hover> hover(String file, Position position) {
        return at(file, position)
                .flatMap(mention -> new Notes(index.contents())
                        .on(mention.symbol())
                        .map(note -> new Hover(Translated.markdown(note), range(mention))));
    }

    private Range range(Mention mention) {
        return Positions.range(lines(mention.file()), mention.start(), mention.end());
    }

    private Location location(Mention mention) {
        return new Location(Uris.of(workspace.path(), mention.file()), range(mention));
    }

    List<CompletionItem> completion(String file, Position position) {
        TextLines lines = lines(file);
        int offset = Positions.offset(lines, position);
        Proposals proposals = Proposals.at(index.contents(), index.folder(), file, offset);
        Range range = Positions.range(lines, proposals.start(), offset);
        var notes = new Notes(index.contents());
        var items = new ArrayList<CompletionItem>();
        proposals.all().forEach(each -> items.add(Translated.item(each, range, items.size(), notes)));
        return items;
    }

    List<Location> definition(String file, Position position) {
        return mentions(file, position)
                .filter(Mention::defines)
                .map(this::location)
                .toList();
    }

    List<Location> references(String file, Position position, boolean definitions) {
        return mentions(file, position)
                .filter(mention -> definitions || !mention.defines())
                .map(this::location)
                .toList();
    }

    private Stream<Mention> mentions(String file, Position position) {
        return at(file, position).stream().flatMap(mention -> index.all(mention.symbol()).stream());
    }

    List<Either<SymbolInformation, DocumentSymbol>> symbols(String file) {
        TextLines lines = lines(file);
        return Outline.of(index, file).stream()
                .map(entry -> {
                    Range range = Positions.range(lines, entry.start(), entry.end());
                    return Either.<SymbolInformation, DocumentSymbol>forRight(new DocumentSymbol(
                            entry.name(), Translated.kind(entry.kind()), range, range, entry.says()));
                })
                .toList();
    }

    List<WorkspaceSymbol> find(String part) {
        return Outline.find(index, part)
                .limit(MOST_SYMBOLS)
                .map(entry -> {
                    Range range = Positions.range(lines(entry.file()), entry.start(), entry.end());
                    var location = new Location(Uris.of(workspace.path(), entry.file()), range);
                    return new WorkspaceSymbol(
                            entry.name(), Translated.kind(entry.kind()), Either.forLeft(location), entry.says());
                })
                .toList();
    }

    Optional<PrepareRenameResult> nameable(String file, Position position) {
        return at(file, position)
                .filter(mention -> Renaming.isPossible(mention.symbol()))
                .map(mention ->
                        new PrepareRenameResult(range(mention), mention.symbol().word()));
    }

    Optional<WorkspaceEdit> rename(String file, Position position, String name) {
        Mention mention = at(file, position).orElse(null);
        if (mention == null) {
            return Optional.empty();
        }
        try {
            Renaming renaming = Renaming.of(index, mention.symbol(), name);
            return Optional.of(Translated.edit(workspace.path(), index.folder(), renaming));
        } catch (Renaming.Refused e) {
            throw new ResponseErrorException(
                    new ResponseError(ResponseErrorCode.RequestFailed, String.valueOf(e.getMessage()), null));
        }
    }

    /** What can be tried where it stands: a scenario, and in a rule file what was edited. */
    List<CodeLens> lenses(String file) {
        if (file.endsWith(RulesFolder.RULES)) {
            return file.equals(FactsFile.NAME) ? List.of() : List.of(lens(file, 0, Tried.CHANGES, ""));
        }
        return Outline.of(index, file).stream()
                .filter(entry -> entry.kind() == Symbol.Kind.TITLE)
                .flatMap(entry ->
                        Stream.of(Tried.RUN, Tried.WHY).map(tried -> lens(file, entry.start(), tried, entry.name())))
                .toList();
    }

    private CodeLens lens(String file, int offset, Tried tried, String name) {
        var command = new Command(tried.title(), tried.command(), List.of(Uris.of(workspace.path(), file), name));
        return new CodeLens(Positions.range(lines(file), offset, offset), command, null);
    }

    /** The one edit that lays a file out; none where it is laid out already. */
    static List<TextEdit> layout(RulesFolder folder, String file) {
        String text = folder.text(file);
        String laid = Layout.of(file, text);
        return laid.equals(text)
                ? List.of()
                : List.of(new TextEdit(Positions.range(new TextLines(text), 0, text.length()), laid));
    }

    List<CodeAction> actions(String file, List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .flatMap(diagnostic -> remedy(file, diagnostic).stream().map(remedy -> action(diagnostic, remedy)))
                .toList();
    }

    private Optional<Remedy> remedy(String file, Diagnostic diagnostic) {
        Position start = diagnostic.getRange().getStart();
        String[] told = diagnostic.getMessage().getLeft().split("; ", -1);
        if (!"stipple".equals(diagnostic.getSource()) || told.length < 2) {
            return Optional.empty();
        }
        String remedy = told[told.length - 1];
        String message = diagnostic.getMessage().getLeft();
        var fault = new Fault(
                new Place(file, start.getLine() + 1, start.getCharacter() + 1),
                diagnostic.getCode().getLeft(),
                message.substring(0, message.length() - remedy.length() - 2),
                remedy);
        return Remedy.of(index.contents(), index.folder(), fault);
    }

    private CodeAction action(Diagnostic diagnostic, Remedy remedy) {
        var action = new CodeAction(remedy.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        action.setIsPreferred(true);
        action.setEdit(new WorkspaceEdit(Map.of(
                Uris.of(workspace.path(), remedy.file()),
                List.of(Translated.edit(lines(remedy.file()), remedy.edit())))));
        return action;
    }
}
