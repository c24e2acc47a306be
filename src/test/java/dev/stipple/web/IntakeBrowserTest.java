package dev.stipple.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import dev.stipple.Chromium;
import dev.stipple.Service;
import dev.stipple.Site;
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

/** The intake in a real browser. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "stipple.embed.origins=http://127.0.0.1:*")
class IntakeBrowserTest {
    private static final String KEPT = "Object.keys(sessionStorage).filter(key => key.includes('/pages/')).length";

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

        var pages = visitor.answerAll(story(story));
        visitor.accessible().open("result").accessible();

        assertTrue(visitor.heading().endsWith(verdict), visitor.heading());
        System.out.println(story + ": " + pages.size() + " pages, " + visitor.taps() + " taps");
    }

    @Test
    void theInterviewTakesWhoHasLeastToTellSixteenPagesAndFortyTaps() throws IOException {
        var visitor = visitor(phone()).begin("en");

        var pages = visitor.answerAll(story("bald-man-shaved-look"));
        visitor.turn("main .actions a[href$='/result']");

        assertTrue(pages.size() + 1 <= 16, pages.toString());
        assertTrue(visitor.taps() + 1 <= 40, visitor.taps() + " taps");
        assertTrue(visitor.heading().endsWith("Suitable"), visitor.heading());
    }

    @Test
    void everybodyIsAskedForMedicinesAndOperationsInFrenchToo() throws IOException {
        var visitor = visitor(desktop()).begin("fr");

        var pages = visitor.answerAll(story("man-two-factors-pull-apart"));

        assertTrue(pages.containsAll(List.of("drugs", "soon", "letters")), pages.toString());
        visitor.accessible().open("result").accessible();
        assertTrue(visitor.heading().endsWith("D'abord l'accord d'un médecin"), visitor.heading());
        assertEquals("fr", visitor.page().locator("html").getAttribute("lang"));
    }

    @Test
    void theKeyboardIsEnoughAndTurnsNoPageByItself() {
        var visitor = visitor(desktop()).begin("en").open("pages/sun");
        var keys = visitor.page().keyboard();

        for (int i = 0; i < 12 && !focused(visitor).equals("radio"); i++) {
            keys.press("Tab");
        }
        assertEquals("radio", focused(visitor));
        keys.press("Space");
        keys.press("ArrowDown");
        keys.press("ArrowDown");
        assertTrue(visitor.path().endsWith("/pages/sun"), visitor.path());
        for (int i = 0; i < 4 && !focused(visitor).equals("submit"); i++) {
            keys.press("Tab");
        }
        keys.press("Enter");
        visitor.page().waitForURL(address -> !address.contains("/sun"));

        visitor.open("check");
        assertTrue(visitor.text().contains("Type III"), visitor.text());
    }

    @Test
    void aPageOfSingleAnswersTurnsOnceTheLastIsGivenByPointer() {
        var visitor = visitor(phone()).begin("en").open("pages/you");

        visitor.page().fill("input[name='candidate.ageYears']", "41");
        visitor.choose("MALE").page().click("input[value=BLACK]");

        visitor.page().waitForURL(address -> !address.contains("/you"));
        visitor.open("check");
        assertTrue(visitor.text().contains("41 years"), visitor.text());
    }

    @Test
    void aQuestionThatAnAnswerBringsUpComesIntoViewOnTheSamePage() {
        var visitor = visitor(phone()).begin("en").open("pages/kind").choose("hairLoss.alopecia=UNDIAGNOSED");
        visitor.goOn().open("pages/head");
        String mark = visitor.page().locator("main").getAttribute("data-page");

        visitor.page().click("input[value='hairLoss.pattern=RECEDING_OR_CROWN,hairLoss.norwood=III_VERTEX']");

        var further = visitor.page().locator("#f-hairLoss-frontLine");
        assertTrue(further.locator(".further").isVisible());
        assertEquals(
                true,
                further.evaluate("field => { const box = field.getBoundingClientRect();"
                        + " return box.top >= 0 && box.bottom <= innerHeight; }"));
        assertEquals(mark, visitor.page().locator("main").getAttribute("data-page"));
        further.locator("input[value=INTACT]").click();
        visitor.page().waitForURL(address -> !address.contains("/head"));
    }

    @Test
    void helpComesUpBesideTheAnswerThatAsksForIt() {
        var visitor = visitor(phone()).begin("en").open("pages/feelings");
        assertFalse(visitor.page().locator(".help").isVisible());

        visitor.choose("HOPELESS");

        assertTrue(visitor.page().locator(".help a").isVisible());
        visitor.accessible();
    }

    @Test
    void whatWasTickedIsThereAgainAndGoneOnceItWasSent() {
        var visitor = visitor(phone()).begin("en").open("pages/drugs");
        visitor.choose("medicines.kind=ANTICOAGULANT").open("pages/feel").open("pages/drugs");
        assertTrue(visitor.page().isChecked("input[value='medicines.kind=ANTICOAGULANT']"));
        visitor.page().locator("#f-immunity input[value=NONE]").check();

        visitor.goOn();

        assertEquals(0, visitor.page().evaluate(KEPT));
        visitor.open("pages/drugs").page().uncheck("input[value='medicines.kind=ANTICOAGULANT']");
        visitor.open("removal").page().click("main form button");
        visitor.page().waitForURL(address -> address.contains("/removed"));
        assertEquals(0, visitor.page().evaluate(KEPT));
    }

    @Test
    void whatAFingerTouchesIsLargeEnough() throws IOException {
        var visitor = visitor(phone()).begin("en");
        visitor.answerAll(story("bald-man-shaved-look"));
        for (String page : List.of("pages/head", "check", "result", "later")) {
            visitor.open(page);
            var small = visitor.page()
                    .evaluate("[...document.querySelectorAll('main :is(a, button, summary)')]"
                            + ".filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)"
                            + ".map(each => each.outerHTML)");
            assertEquals(List.of(), small, page);
        }
    }

    @Test
    void aMistakeIsSummedUpAndLeadsToItsField() {
        var visitor = visitor(phone()).begin("en").open("pages/you");
        visitor.page().fill("input[name='candidate.ageYears']", "two");
        visitor.choose("MALE").choose("BLACK");
        if (visitor.path().endsWith("/you")) {
            visitor.page().locator(".error-summary").waitFor();
        }

        visitor.accessible();

        assertEquals("alert", visitor.page().evaluate("document.activeElement.getAttribute('role')"));
        visitor.page().click(".error-summary a");
        assertEquals("f-candidate-ageYears", visitor.page().evaluate("document.activeElement.id"));
    }

    @Test
    void everyKindOfPageIsAccessible() {
        var visitor = visitor(phone()).begin("en");
        for (String page : List.of("look", "style", "you", "kind", "head", "surface", "drugs", "feelings", "prepare")) {
            visitor.open("pages/" + page).accessible();
        }
        visitor.open("pages/surface").choose("scars");
        visitor.page().locator("#f-spots input[value=NONE]").check();
        visitor.goOn();
        visitor.open("pages/done").accessible();
        visitor.open("pages/drugs").choose("medicines.kind=ANTICOAGULANT");
        visitor.page().locator("#f-immunity input[value=NONE]").check();
        visitor.goOn();
        visitor.open("pages/taking").accessible().choose("NOW");
        visitor.goOn();
        visitor.open("pages/letters").accessible();
        visitor.open("later")
                .accessible()
                .open("removal")
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

        var pages = visitor.answerAll(story("man-keloid-history"));
        visitor.turn("main .actions a[href$='/result']");

        assertTrue(pages.contains("drugs"), pages.toString());

        assertTrue(visitor.heading().endsWith("Doctor's agreement first"), visitor.heading());
    }

    @Test
    void anAnswerThatStandsAloneTakesTheOthersBack() {
        var visitor = visitor(phone()).begin("en").open("pages/prepare");

        visitor.choose("FRONT").choose("NONE");

        assertFalse(visitor.page().isChecked("input[value=FRONT]"));
        visitor.choose("TOP");
        assertFalse(visitor.page().isChecked("input[value=NONE]"));
    }

    @Test
    void aClosedBrowserTwoTabsAndTheBackButtonLoseNothing() {
        var visitor = visitor(phone()).begin("en").open("pages/sun");
        String link = "http://localhost:" + port + "/intake/" + visitor.token();
        var other = new Visitor(visitor.page().context().newPage(), port);
        other.page().navigate(link + "/pages/feel");

        visitor.turn("input[value=II]");
        other.choose("scalp.symptoms=ITCH");
        other.page().locator("#f-scalp-conditions input[value=NONE]").check();
        other.page().fill("input[name='skin.daysSinceSun']", "41");
        other.goOn();
        visitor.page().goBack();
        visitor.page().locator("input[value=II]").waitFor();
        assertTrue(visitor.page().isChecked("input[value=II]"));
        visitor.page().click("input[value=IV]");
        visitor.goOn();
        chromium.leave();

        var later = visitor(phone());
        later.page().navigate(link);
        assertTrue(later.path().contains("/pages/"), later.path());
        later.open("check");
        assertTrue(later.text().contains("41 days"), later.text());
        assertTrue(later.text().contains("Type IV"), later.text());
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
            frame.locator("h1:has-text('How long would you like to wear your hair')")
                    .waitFor();

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
