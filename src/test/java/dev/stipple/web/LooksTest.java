package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ForcedColors;
import dev.stipple.Chromium;
import dev.stipple.Looks;
import dev.stipple.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every page of the intake in each language, as narrow as WCAG asks for and on a desk. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LooksTest {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "en, 320, man-two-factors-pull-apart",
        "fr, 320, man-two-factors-pull-apart",
        "en, 320, woman-alopecia-totalis",
        "fr, 320, man-fut-and-fue-scars",
        "en, 1280, man-fut-and-fue-scars",
        "fr, 1280, woman-keeping-long-hair"
    })
    void everyPageFitsAndShowsWhereTheKeyboardIs(String language, int width, String story) throws IOException {
        var visitor =
                visitor(new NewContextOptions().setViewportSize(width, 720)).begin(language);
        String prefix = story + "-" + language + "-" + width + "-";

        visitor.answerAll(story(story), page -> looked(visitor, prefix + page));

        for (String last : List.of("check", "result", "later", "handover")) {
            visitor.open(last);
            looked(visitor, prefix + last);
        }
    }

    @Test
    void howFarItIsCanBeSeenInForcedColours() {
        var visitor = visitor(new NewContextOptions().setForcedColors(ForcedColors.ACTIVE))
                .begin("en")
                .open("pages/drugs");

        assertThat(Looks.colours(visitor.page().locator("progress"))).isGreaterThan(1);
    }

    private static void looked(Visitor visitor, String name) {
        Looks.photograph(visitor.page(), name);
        Looks.fits(visitor.page());
        Looks.showsTheFocus(visitor.page());
    }

    private Visitor visitor(NewContextOptions options) {
        return new Visitor(chromium.page(options), port);
    }

    private static JsonNode story(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Path.of("examples/" + name + ".answers.json")));
    }
}
