package dev.stipple.cli.lsp;

import java.util.List;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the editor says of its files. */
final class Documents implements TextDocumentService, WorkspaceService {
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
            if (!text.equals(workspace.folder().texts().get(file))) {
                workspace.open(file, text);
                diagnoser.typed(file);
            } else {
                workspace.open(file, text);
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
}
