package dev.stipple.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.stipple.Chromium;
import dev.stipple.Looks;
import dev.stipple.Service;
import dev.stipple.intake.Drafts;
import dev.stipple.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What somebody finds by their link after they sent their form, in a real browser. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OwnBrowserTest {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final byte[] PHOTO = dev.stipple.uploads.Files.picture("jpeg", 640, 480);

    private final Drafts drafts;

    @LocalServerPort
    private int port;

    @Autowired
    OwnBrowserTest(Drafts drafts) {
        this.drafts = drafts;
    }

    @ParameterizedTest
    @CsvSource({
        "en, 390, man-recent-transplant",
        "fr, 390, man-keloid-history",
        "fr, 320, man-two-factors-pull-apart",
        "en, 1280, man-two-factors-pull-apart",
        "en, 390, bald-man-shaved-look"
    })
    void everyPageFitsAndIsAccessible(String language, int width, String story) throws IOException {
        var page = chromium.page(new NewContextOptions().setViewportSize(width, 844));
        String own = sent(page, story, language);

        for (String each : List.of("/link", "", "/letters", "/files", "/removal")) {
            page.navigate(own + each);
            Looks.photograph(page, "own-" + story + "-" + language + "-" + width + each.replace('/', '-'));
            Looks.fits(page);
            Looks.showsTheFocus(page);
            Chromium.accessible(page);
        }
    }

    @Test
    void deletingAsksOnceWithoutScripts() throws IOException {
        var page = chromium.page(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(sent(page, "man-keloid-history", "en"));

        page.click("a[href$='/removal']");
        assertThat(page.locator("h1").innerText()).isEqualTo("Delete everything?");
        page.click("main form button");

        assertThat(page.locator("h1").innerText()).isEqualTo("Your answers are deleted");
    }

    @Test
    void aPhotoIsSentShownAndTakenAwayAndWhatIsRefusedLeadsToItsField() throws IOException {
        var page = chromium.page(new NewContextOptions().setViewportSize(390, 844));
        String files = sent(page, "man-keloid-history", "en") + "/files";
        page.navigate(files);

        page.setInputFiles("#file-TOP", new FilePayload("top.jpg", "image/jpeg", PHOTO));
        page.click("form:has(#file-TOP) button");
        assertThat(page.locator("[role=status]").innerText()).contains("It has been kept");
        assertThat(page.locator(".files a").allInnerTexts()).containsExactly("From above");
        Looks.photograph(page, "own-files-kept");
        Looks.fits(page);
        Chromium.accessible(page);

        page.setInputFiles("#file-FRONT", new FilePayload("front.jpg", "image/jpeg", "no picture".getBytes(UTF_8)));
        page.click("form:has(#file-FRONT) button");
        Looks.photograph(page, "own-files-refused");
        Chromium.accessible(page);
        page.click("[role=alert] a");
        assertThat(page.evaluate("document.activeElement.id || location.hash"))
                .asString()
                .contains("file-FRONT");

        page.click(".files button");
        page.waitForCondition(() -> page.locator(".files").count() == 0);
        assertThat(page.locator("h1").innerText()).isEqualTo("Letters and photos");
    }

    /** Sends a filled-in form; returns the address of what was sent. */
    private String sent(Page page, String story, String language) throws IOException {
        var draft = drafts.begin(new Language(language));
        String answers = IntakeTest.filledIn(
                JsonMapper.shared().readTree(Files.readString(Path.of("examples/" + story + ".answers.json"))));
        drafts.change(draft.token(), each -> each.withAnswers(answers));
        String form = "http://localhost:" + port + "/intake/" + draft.token();
        page.navigate(form + "/handover");
        page.fill("#name", "Ada Martin");
        page.fill("#email", "ada@example.org");
        page.check("#consent");
        page.click("main form button");
        page.waitForURL(address -> address.endsWith("/sent/link"));
        return form + "/sent";
    }
}
