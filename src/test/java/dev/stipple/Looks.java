package dev.stipple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** How a page looks, as far as a browser can be asked. */
public final class Looks {
    private static final @Nullable String FOLDER = System.getProperty("screenshots");
    private static final boolean ANEW = Boolean.getBoolean("screenshots.anew");

    /** Of two colours beside each other, as WCAG 2.2 asks for what shows the focus (1.4.11). */
    private static final double CONTRAST = 3;

    private static final String RINGS = """
            least => {
              const numbers = colour => (colour.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
                .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = e => {
                for (let at = e; at; at = at.parentElement) {
                  const colour = numbers(getComputedStyle(at).backgroundColor);
                  if (colour.length === 3 || colour[3] === 1) return colour;
                }
                return [255, 255, 255];
              };
              const seen = e => {
                const style = getComputedStyle(e);
                if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return false;
                const ground = behind(e.parentElement);
                const [r, g, b, a = 1] = numbers(style.outlineColor);
                const ring = [r, g, b].map((c, i) => c * a + ground[i] * (1 - a));
                const [high, low] = [light(ring), light(ground)].sort((x, y) => y - x);
                return (high + 0.05) / (low + 0.05) >= least;
              };
              const reached = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
              return [...document.querySelectorAll(reached)]
                .filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true}))
                .filter(e => {
                  e.focus();
                  return document.activeElement === e && !seen(e) && !(e.closest('label') && seen(e.closest('label')));
                })
                .map(e => e.outerHTML.slice(0, 120));
            }""";

    private Looks() {}

    /** Nobody has to scroll sideways. */
    public static void fits(Page page) {
        int width = page.viewportSize().width;
        assertTrue(
                (int) page.evaluate("document.documentElement.scrollWidth") <= width,
                () -> page.url() + " is wider than " + width);
    }

    /** Where the keyboard is can be seen, wherever it can be. */
    public static void showsTheFocus(Page page) {
        page.keyboard().press("Shift");
        assertEquals(List.of(), page.evaluate(RINGS, CONTRAST), page.url());
    }

    /** How many colours a part of a page has, without those of its edges. */
    public static long colours(Locator part) {
        BufferedImage picture = picture(part.screenshot());
        int middle = picture.getHeight() / 2;
        return IntStream.range(2, picture.getWidth() - 2)
                .map(x -> picture.getRGB(x, middle))
                .distinct()
                .count();
    }

    private static BufferedImage picture(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a picture of the whole page where {@code -Dscreenshots=FOLDER} asks for them; with {@code -Dscreenshots.anew=true}
     * only of what the folder has a picture of.
     */
    public static void photograph(Page page, String name) {
        if (FOLDER != null && (!ANEW || Files.exists(Path.of(FOLDER, name + ".png")))) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(FOLDER, name + ".png"))
                    .setCaret(ScreenshotCaret.INITIAL)
                    .setFullPage(true));
        }
    }
}
