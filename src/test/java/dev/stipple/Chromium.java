package dev.stipple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The browser that is installed on this machine, started once for all tests of a run. Each test has people of its own in it, and no
 * page may report an error.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback {
    private static final double PATIENCE = 120_000;

    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext test) {
        browser = test.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent(Started.class, key -> Started.now(Needed.program("chromium")), Started.class)
                .browser();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        leave();
        assertEquals(List.of(), errors());
    }

    /** Somebody new, on an empty page. */
    public Page page(NewContextOptions options) {
        BrowserContext somebody = Objects.requireNonNull(browser).newContext(options);
        somebody.setDefaultTimeout(PATIENCE);
        somebody.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                errors.add(message.text());
            }
        });
        somebody.onWebError(error -> errors.add(error.error()));
        people.add(somebody);
        return somebody.newPage();
    }

    public Page page() {
        return page(new NewContextOptions());
    }

    /** Closes every window. */
    public void leave() {
        people.forEach(BrowserContext::close);
        people.clear();
    }

    /** What pages reported since the last time somebody looked. */
    public List<String> errors() {
        List<String> reported = List.copyOf(errors);
        errors.clear();
        return reported;
    }

    /** Finds what keeps people with disabilities from using a page. */
    public static void accessible(Page page) {
        // Frames of other sites are not looked into; otherwise axe would open a page more each time.
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertEquals(
                List.of(),
                violations.stream()
                        .flatMap(each -> each.getNodes().stream().map(node -> each.getId() + " at " + node.getHtml()))
                        .toList(),
                page.url());
        // As Thymeleaf writes a key without words.
        assertFalse(page.textContent("body").contains("??"), page.url());
    }

    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {
        static Started now(Path program) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var options = new LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run"));
            return new Started(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
