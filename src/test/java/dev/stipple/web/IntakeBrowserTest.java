package dev.stipple.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import dev.stipple.Chromium;
import dev.stipple.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The intake in a real browser. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "stipple.embed.origins=http://127.0.0.1:*")
class IntakeBrowserTest {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "man-sixteen, Not suitable",
        "man-keloid-history, Doctor's agreement first",
        "man-recent-transplant, Not yet",
        "woman-keeping-long-hair, 'Suitable, with conditions'",
        "bald-man-shaved-look, Suitable",
        "woman-missing-answers, Not decided yet"
    })
    void theShortestPathLeadsToEachVerdict(String story, String verdict) throws IOException {
        var visitor = visitor(phone()).begin("en");

        int pages = visitor.answerAll(story(story));
        visitor.accessible().open("check").accessible().open("result").accessible();

        assertTrue(visitor.heading().endsWith(verdict), visitor.heading());
        System.out.println(story + ": " + pages + " pages");
    }

    @Test
    void theLongestFormIsAnsweredToTheEndInFrench() throws IOException {
        var visitor = visitor(desktop()).begin("fr");
        visitor.answerAll(story("man-two-factors-pull-apart"));
        assertEquals("Nous savons tout ce qu’il faut", visitor.heading());

        visitor.accessible().turn("main form button");
        int more = visitor.answerAll(story("man-two-factors-pull-apart"));
        visitor.open("check").accessible().open("result").accessible();

        assertTrue(more > 10, "only " + more + " more pages");
        assertTrue(visitor.heading().endsWith("D'abord l'accord d'un médecin"), visitor.heading());
        assertEquals("fr", visitor.page().locator("html").getAttribute("lang"));
    }

    @Test
    void theKeyboardIsEnough() {
        var visitor = visitor(desktop()).begin("en").open("questions/candidate.sexAtBirth");
        var keys = visitor.page().keyboard();

        for (int i = 0; i < 12 && !focused(visitor).equals("radio"); i++) {
            keys.press("Tab");
        }
        assertEquals("radio", focused(visitor));
        keys.press("Space");
        keys.press("ArrowDown");
        for (int i = 0; i < 4 && !focused(visitor).equals("submit"); i++) {
            keys.press("Tab");
        }
        keys.press("Enter");
        visitor.page().waitForURL(address -> !address.contains("sexAtBirth"));

        visitor.open("check");
        assertTrue(visitor.text().contains("Male"), visitor.text());
    }

    @Test
    void aMistakeIsSummedUpAndLeadsToItsField() {
        var visitor = visitor(phone()).begin("en").open("questions/candidate.ageYears");
        visitor.page().fill("#answer", "two");

        visitor.goOn().accessible();

        assertEquals("alert", visitor.page().evaluate("document.activeElement.getAttribute('role')"));
        visitor.page().click(".error-summary a");
        assertEquals("answer", visitor.page().evaluate("document.activeElement.id"));
    }

    @Test
    void everyKindOfPageIsAccessible() {
        var visitor = visitor(phone()).begin("en");
        visitor.accessible().open("questions/goal.areas").accessible();
        visitor.open("questions/hairLoss.alopecia").choose("ANDROGENETIC").goOn();
        visitor.open("questions/hairLoss.pattern")
                .accessible()
                .choose("RECEDING_OR_CROWN")
                .goOn();
        visitor.open("questions/hairLoss.norwood").accessible();
        visitor.open("groups/scars")
                .accessible()
                .choose("yes")
                .goOn()
                .accessible()
                .choose("FUE")
                .goOn();
        visitor.open("groups/scars")
                .accessible()
                .open("later")
                .accessible()
                .open("handover")
                .accessible();
        visitor.turn("main form button").accessible();
        visitor.page().navigate("http://localhost:" + port + "/intake?language=fr");
        visitor.accessible();
        visitor.page().navigate("http://localhost:" + port + "/intake/gone/check");
        visitor.accessible();
    }

    @Test
    void nothingNeedsScripts() throws IOException {
        var visitor = visitor(phone().setJavaScriptEnabled(false)).begin("en");

        visitor.answerAll(story("man-sixteen"));
        visitor.turn("a[href$='/check']").turn("a[href$='/result']");

        assertTrue(visitor.heading().endsWith("Not suitable"), visitor.heading());
    }

    @Test
    void anAnswerThatStandsAloneTakesTheOthersBack() {
        var visitor = visitor(phone()).begin("en").open("questions/candidate.photos");

        visitor.choose("FRONT").choose("NONE");

        assertFalse(visitor.page().isChecked("input[value=FRONT]"));
        visitor.choose("TOP");
        assertFalse(visitor.page().isChecked("input[value=NONE]"));
    }

    @Test
    void aClosedBrowserTwoTabsAndTheBackButtonLoseNothing() {
        var visitor = visitor(phone()).begin("en").open("questions/candidate.ageYears");
        String link = "http://localhost:" + port + "/intake/" + visitor.token();
        var other = new Visitor(visitor.page().context().newPage(), port);
        other.page().navigate(link + "/questions/skin.darkMarks");

        visitor.page().fill("#answer", "41");
        visitor.goOn();
        other.choose("true").goOn();
        visitor.page().goBack();
        visitor.page().locator("#answer").waitFor();
        assertEquals("41", visitor.page().inputValue("#answer"));
        visitor.page().fill("#answer", "42");
        visitor.goOn();
        chromium.leave();

        var later = visitor(phone());
        later.page().navigate(link);
        assertTrue(later.path().contains("/questions/") || later.path().contains("/groups/"), later.path());
        later.open("check");
        assertTrue(later.text().contains("42 years"), later.text());
        assertTrue(later.text().contains("Yes"), later.text());
    }

    @Test
    void theIntakeRunsInsideAnotherSiteAsHighAsItsPage() throws IOException {
        String example = Files.readString(Path.of("examples/embed.html"))
                .replace("http://localhost:8080", "http://localhost:" + port);
        try (var clinic = new Site("127.0.0.1", example)) {
            var visitor = visitor(desktop());
            visitor.page().navigate(clinic.address());
            var frame = visitor.page().frameLocator("iframe");

            frame.locator("main > form button").click();
            frame.locator("button[name=unsure]").click();
            frame.locator(".progress p:has-text('1 answered')").waitFor();

            Object inner = frame.locator("body").evaluate("body => Math.ceil(body.getBoundingClientRect().height)");
            visitor.page().locator("iframe[style*='height: " + inner + "px']").waitFor();
        }
    }

    @Test
    void aSiteThatIsNotAllowedCannotShowTheIntake() throws IOException {
        String page = "<iframe src='http://localhost:" + port + "/intake'></iframe>";
        try (var clinic = new Site("127.0.0.2", page)) {
            var visitor = visitor(desktop());

            visitor.page().navigate(clinic.address());

            var frame = visitor.page().frameLocator("iframe");
            assertEquals(0, frame.locator("main > form button").count());
            assertTrue(chromium.errors().toString().contains("frame-ancestors"), "the policy kept it out");
        }
    }

    private static String focused(Visitor visitor) {
        return String.valueOf(visitor.page().evaluate("document.activeElement.type"));
    }

    private Visitor visitor(NewContextOptions options) {
        return new Visitor(chromium.page(options), port);
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(375, 812);
    }

    private static NewContextOptions desktop() {
        return new NewContextOptions().setViewportSize(1280, 900);
    }

    private static JsonNode story(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Path.of("examples/" + name + ".answers.json")));
    }
}
