package dev.stipple.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.stipple.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Real clients of the API, from npm. */
public final class Clients {
    public static final Path FOLDER = Path.of("target/npm");
    public static final Path MODULES = FOLDER.resolve("node_modules");

    private Clients() {}

    /** Fetches the clients where they are not there yet; tests in other Java machines wait meanwhile. */
    public static synchronized void fetch() {
        Needed.program("npm");
        try (var file = FileChannel.open(
                FOLDER.resolveSibling("npm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            String said = output("src/test/npm/install");
            assertEquals(
                    "",
                    said.replaceAll("(?m)^(npm (warn|notice)|added ).*\n?", "").strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Shows an empty page to a client; what it asks of the network is a failure.
     *
     * @param but the addresses that may be asked for begin with this
     */
    public static void offline(Page page, String but, Consumer<Page> walk) {
        fetch();
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.setContent("<!DOCTYPE html><html lang='en'><body><div id='form'></div></body></html>");
        walk.accept(page);
        assertEquals(
                List.of(),
                asked.stream()
                        .filter(url -> url.startsWith("http") && !url.startsWith(but))
                        .toList());
    }

    public static void script(Page page, Path file) {
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(file));
    }

    public static void style(Page page, Path file) {
        page.addStyleTag(new Page.AddStyleTagOptions().setPath(file));
    }

    /** What a command prints, errors too; empty or not, it has to end well. */
    public static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
