package dev.stipple.cli.lsp;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A client of the language server, at the other end of a socket, on a copy of a rules folder. */
final class Editor implements LanguageClient, AutoCloseable {
    private static final long PATIENCE = 180;

    private final Path folder;
    private final LanguageServer server;
    private final CompletableFuture<Integer> exit;
    private final Map<String, List<Diagnostic>> told = new HashMap<>();
    private final StringBuilder messages = new StringBuilder();
    private final List<String> progress = new ArrayList<>();
    private int version;

    private Editor(Path folder) throws IOException {
        Socket here;
        Socket there;
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            here = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort());
            there = door.accept();
        }
        // Pipes take the end or the interruption of a thread that wrote for the end of what is written.
        InputStream serverIn = there.getInputStream();
        OutputStream toClient = there.getOutputStream();
        var launcher = LSPLauncher.createClientLauncher(this, here.getInputStream(), here.getOutputStream());
        this.folder = folder;
        this.server = launcher.getRemoteProxy();
        this.exit = CompletableFuture.supplyAsync(
                () -> serve(serverIn, toClient), work -> new Thread(work, "server").start());
        var unused = launcher.startListening();
    }

    private static int serve(InputStream in, OutputStream out) {
        try {
            return LspCommand.serve(null, in, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a folder, and waits until the server has said what it can do. */
    static Editor open(Path folder) throws IOException {
        return open(folder, folder);
    }

    /** The same with the files of one folder where another is opened. */
    static Editor open(Path folder, Path opened) throws IOException {
        return open(folder, opened, new InitializeParams());
    }

    /** Opens a folder in an editor that can show what is going on. */
    static Editor openShowingProgress(Path folder) throws IOException {
        var window = new WindowClientCapabilities();
        window.setWorkDoneProgress(true);
        var capabilities = new ClientCapabilities();
        capabilities.setWindow(window);
        var initialize = new InitializeParams();
        initialize.setCapabilities(capabilities);
        return open(folder, folder, initialize);
    }

    private static Editor open(Path folder, Path opened, InitializeParams initialize) throws IOException {
        var editor = new Editor(folder);
        initialize.setWorkspaceFolders(
                List.of(new WorkspaceFolder(opened.toUri().toString(), "rules")));
        get(editor.server.initialize(initialize));
        editor.server.initialized(new InitializedParams());
        return editor;
    }

    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            return fail(e.toString(), e);
        }
    }

    LanguageServer server() {
        return server;
    }

    String uri(String file) {
        return folder.resolve(file).toUri().toString();
    }

    TextDocumentIdentifier document(String file) {
        return new TextDocumentIdentifier(uri(file));
    }

    String saved(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void show(String file) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(
                        new TextDocumentItem(uri(file), "drools", ++version, saved(file))));
    }

    void type(String file, String text) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri(file), ++version),
                        List.of(new TextDocumentContentChangeEvent(text))));
    }

    void save(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(document(file)));
    }

    /** Waits until what is told of a file is as expected, and gives it as {@code line:from-to message}, from 1. */
    synchronized List<String> faults(String file, Predicate<List<String>> expected) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!expected.test(lines(file))) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return fail(file + ": " + lines(file) + messages);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                return fail(e);
            }
        }
        return lines(file);
    }

    synchronized List<Diagnostic> diagnostics(String file) {
        return told.getOrDefault(uri(file), List.of());
    }

    private List<String> lines(String file) {
        return diagnostics(file).stream().map(Editor::line).toList();
    }

    private static String line(Diagnostic each) {
        return (each.getRange().getStart().getLine() + 1) + ":"
                + (each.getRange().getStart().getCharacter() + 1) + "-"
                + (each.getRange().getEnd().getCharacter() + 1) + " "
                + each.getMessage().getLeft();
    }

    @Override
    public synchronized void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        told.put(diagnostics.getUri(), diagnostics.getDiagnostics());
        notifyAll();
    }

    @Override
    public synchronized void showMessage(MessageParams message) {
        messages.append('\n').append(message.getMessage());
        notifyAll();
    }

    @Override
    public void logMessage(MessageParams message) {
        showMessage(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams progress) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized void notifyProgress(ProgressParams told) {
        var value = told.getValue().getLeft();
        progress.add(
                value instanceof WorkDoneProgressBegin begin
                        ? "begin " + begin.getTitle() + ": " + begin.getMessage()
                        : value.getKind().toString());
        notifyAll();
    }

    synchronized List<String> progress() {
        return List.copyOf(progress);
    }

    /** Waits for this step of what is going on, and gives all so far. */
    synchronized List<String> progress(String last) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!progress.contains(last)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return fail("no " + last + " came after " + progress);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                return fail(e);
            }
        }
        return progress();
    }

    @Override
    public void telemetryEvent(Object event) {
        // The server sends none.
    }

    /** Waits for a message, and takes it. */
    synchronized String message() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (messages.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return fail("no message came");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                return fail(e);
            }
        }
        String message = messages.substring(1);
        messages.setLength(0);
        return message;
    }

    synchronized String messages() {
        return messages.toString();
    }

    /** Ends the conversation as a client has to, and gives the exit code. */
    int end() {
        get(server.shutdown());
        server.exit();
        return get(exit);
    }

    @Override
    public void close() {
        if (!exit.isDone()) {
            assertDone(end());
        }
        if (!messages.isEmpty()) {
            fail(messages());
        }
    }

    private static void assertDone(int code) {
        if (code != 0) {
            fail("the server ended with " + code);
        }
    }
}
