package dev.stipple.cli.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.launch.LSPLauncher;

/** One conversation with a client, from {@code initialize} to {@code exit}. */
final class Conversation {
    private final RulesServer server;
    private final Future<Void> listening;

    private Conversation(RulesServer server, Future<Void> listening) {
        this.server = server;
        this.listening = listening;
    }

    static Conversation of(RulesServer server, InputStream in, OutputStream out) {
        var threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "lsp");
            thread.setDaemon(true);
            return thread;
        });
        var launcher = LSPLauncher.createServerLauncher(server, in, out, threads, messages -> messages);
        server.connect(launcher.getRemoteProxy());
        var conversation = new Conversation(server, launcher.startListening());
        server.onExit(() -> conversation.listening.cancel(true));
        return conversation;
    }

    /** Waits for its end, and tells whether the client had asked to shut down before. */
    boolean await() {
        try {
            listening.get();
        } catch (ExecutionException | CancellationException e) {
            // The client is gone, or has said that it goes.
            return server.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server.end();
    }
}
