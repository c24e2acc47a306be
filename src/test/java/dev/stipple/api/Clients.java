package dev.stipple.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Real clients of the API, from npm, and a browser to run them in. Without them tests are skipped, but never in CI. */
public final class Clients {
    public static final Path FOLDER = Path.of("target/npm");
    public static final Path MODULES = FOLDER.resolve("node_modules");

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private Clients() {}

    /** Fetches the clients where they are not there yet. */
    public static synchronized void fetch() {
        if (!runs("npm", "--version")) {
            skip("npm is not installed");
        }
        String said = output("src/test/npm/install");
        assertEquals(
                "", said.replaceAll("(?m)^(npm (warn|notice)|added ).*\n?", "").strip());
    }

    /** Opens an empty page in a browser; what it asks of the network is a failure. */
    public static void inBrowser(Consumer<Page> walk) {
        fetch();
        if (!Files.isExecutable(CHROMIUM)) {
            skip(CHROMIUM + " is not there");
        }
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(options);
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox")));
                Page page = browser.newPage()) {
            page.setDefaultTimeout(180_000);
            var asked = new ArrayList<String>();
            var errors = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.onPageError(errors::add);
            page.setContent("<!DOCTYPE html><html lang='en'><body><div id='form'></div></body></html>");
            walk.accept(page);
            assertEquals(List.of(), errors);
            assertEquals(
                    List.of(),
                    asked.stream().filter(url -> url.startsWith("http")).toList());
        }
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

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void skip(String reason) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            Assertions.fail("in CI no client may be missing: " + reason);
        }
        System.err.println("SKIPPED, a real client was not tried: " + reason);
        Assumptions.abort(reason);
    }
}
