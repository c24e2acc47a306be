package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import dev.stipple.Chromium;
import dev.stipple.Service;
import dev.stipple.intake.Draft;
import dev.stipple.intake.Drafts;
import dev.stipple.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** How long a result is on a phone, before anything is unfolded. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ResultSizeTest {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final double SCREENS = 2.5;

    /** What of the page reaches past its right edge, where nobody reads it. */
    private static final String CUT = """
            Array.from(document.querySelectorAll('main *'))
                .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                .map(each => each.textContent.trim())""";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Drafts drafts;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "man-recent-transplant, en",
        "man-recent-transplant, fr",
        "bald-man-shaved-look, en",
        "man-two-factors-pull-apart, fr",
        "man-expects-real-hair, en",
        "man-fut-and-fue-scars, en",
        "woman-missing-answers, fr"
    })
    void aResultIsTwoAndAHalfScreensOfAPhone(String story, String language) throws IOException {
        Draft draft = drafts.begin(new Language(language));
        var answers = JsonMapper.shared().readTree(Files.readString(Path.of("examples/" + story + ".answers.json")));
        drafts.change(draft.token(), each -> each.withAnswers(IntakeTest.filledIn(answers)));
        Page page = CHROMIUM.page(new NewContextOptions().setViewportSize(WIDTH, HEIGHT));

        page.navigate("http://localhost:" + port + "/intake/" + draft.token() + "/result");

        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", story + "-" + language + ".png")));
        assertThat(height).isLessThanOrEqualTo((int) (SCREENS * HEIGHT));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(WIDTH);
        assertThat((List<?>) page.evaluate(CUT)).isEmpty();
    }
}
