package dev.stipple.cli.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** Begins and ends, and says what it can do. */
final class RulesServer implements LanguageServer {
    private final Session session;
    private final Documents documents;
    private boolean showsProgress;
    private boolean shutDown;
    private Runnable exit = () -> {};

    /** @param rules the rules folder; null where it is looked for in what the editor opens */
    RulesServer(@Nullable Path rules) {
        this.session = new Session(rules);
        this.documents = new Documents(session);
    }

    void connect(LanguageClient client) {
        session.connect(client);
    }

    void onExit(Runnable exit) {
        this.exit = exit;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        showsProgress = showsProgress(params);
        session.begin(
                folders(params).stream().flatMap(uri -> Uris.path(uri).stream()).toList());
        return CompletableFuture.completedFuture(new InitializeResult(capabilities(), new ServerInfo("stipple")));
    }

    private static boolean showsProgress(InitializeParams params) {
        return Optional.ofNullable(params.getCapabilities())
                .map(ClientCapabilities::getWindow)
                .map(WindowClientCapabilities::getWorkDoneProgress)
                .orElse(false);
    }

    @Override
    public void initialized(InitializedParams params) {
        if (showsProgress) {
            session.showProgress();
        }
    }

    @SuppressWarnings("deprecation") // older clients name one root only
    private static List<String> folders(InitializeParams params) {
        List<WorkspaceFolder> folders = params.getWorkspaceFolders();
        if (folders != null && !folders.isEmpty()) {
            return folders.stream().map(WorkspaceFolder::getUri).toList();
        }
        return params.getRootUri() == null ? List.of() : List.of(params.getRootUri());
    }

    private static ServerCapabilities capabilities() {
        var sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Full);
        sync.setSave(new SaveOptions(false));
        var capabilities = new ServerCapabilities();
        capabilities.setTextDocumentSync(sync);
        capabilities.setHoverProvider(true);
        capabilities.setCompletionProvider(
                new CompletionOptions(false, List.of("@", "(", "\"", ".", ":", "[", "{", ",", " ")));
        capabilities.setDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setWorkspaceSymbolProvider(true);
        capabilities.setRenameProvider(new RenameOptions(true));
        capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        capabilities.setDocumentFormattingProvider(true);
        capabilities.setCodeLensProvider(new CodeLensOptions(false));
        capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(Tried.commands()));
        return capabilities;
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutDown = true;
        session.end();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exit.run();
    }

    /** Ends what is still going on, and tells whether the client asked for it. */
    boolean end() {
        session.end();
        return shutDown;
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return documents;
    }
}
