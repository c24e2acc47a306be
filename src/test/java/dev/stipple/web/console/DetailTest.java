package dev.stipple.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.access.accounts.Role;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One screening, as a consultant reads it and decides on it. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DetailTest {
    @LocalServerPort
    private int port;

    private final Clinic clinic;
    private final Screenings screenings;

    @Autowired
    DetailTest(ApplicationContext context, Screenings screenings) {
        this.clinic = new Clinic(context);
        this.screenings = screenings;
    }

    @Test
    void itTellsWhyWhoSaysSoWhoDisagreesAndWhatWouldChangeIt() {
        var consultant = open(clinic.keep("man-recent-transplant", "Rosalind"));

        String text = consultant.text("main");
        for (var part : List.of(
                "Rosalind",
                "↻ Not yet",
                "Grafts are younger than six months",
                "How many months ago was it? 2 months",
                "very weak evidence",
                "finds a transplant natural-looking after four to six weeks",
                "Wait 4 months",
                "The plan",
                "handed it in",
                "decided")) {
            assertTrue(text.contains(part), part + " is not in: " + text);
        }
    }

    @Test
    void whatWasNotAskedIsNoNo() {
        String gaps = open(clinic.keep("man-recent-transplant", "Rosalind")).text(".gaps");

        assertTrue(gaps.contains("None of this counts as a No."), gaps);
        assertTrue(gaps.contains("Because of the answer to: Which sex were you recorded as at birth?"), gaps);
    }

    @Test
    void itIsReadInTheLanguageOfWhoReadsIt() {
        var consultant = open(clinic.keep("man-keloid-history", "Bertille")).follow("Français");

        assertTrue(consultant.text("main").contains("Les règles disent"), consultant.text("main"));
        assertEquals("fr", consultant.document().select("html").attr("lang"));
    }

    @Test
    void aRuleThatDidNotFireSaysWhy() {
        var consultant = open(clinic.keep("man-recent-transplant", "Rosalind"));

        consultant.press("Ask", Map.of("rule", firstSilent(consultant)));

        assertEquals("Why not?", consultant.heading());
        assertTrue(consultant.text(".card").contains("It does not fire"), consultant.text());
    }

    @Test
    void aRuleIsFoundByWordsOfItAndOneOfSeveralIsChosen() {
        var consultant = open(clinic.keep("man-recent-transplant", "Rosalind"));
        var silent = firstSilent(consultant).split(" ", 2);

        consultant.press("Ask", Map.of("rule", silent[0].toLowerCase(Locale.ROOT)));
        assertTrue(consultant.text(".card").contains(silent[1]), consultant.text());
        consultant.follow("Back").press("Ask", Map.of("rule", silent[1].toUpperCase(Locale.ROOT)));
        assertTrue(consultant.text(".card").contains(silent[0]), consultant.text());
        consultant.follow("Back").press("Ask", Map.of("rule", "-01"));
        assertTrue(consultant.text(".card").contains("Which one do you mean?"), consultant.text());
        consultant.follow(consultant.document().select(".card a").eachText().get(1));
        assertTrue(consultant.text(".card").contains("It"), consultant.text());
        for (String none : List.of("-01 nowhere", " ", "quetzal")) {
            consultant.open(consultant.path() + "?rule=" + URLEncoder.encode(none, StandardCharsets.UTF_8));
            assertTrue(consultant.text(".card").contains("No rule has all of these words"), consultant.text());
        }
    }

    @Test
    void confirmingKeepsTheVerdictAndSaysWho() {
        var kept = clinic.keep("man-keloid-history", "Rosalind");
        var consultant = open(kept);

        consultant.press("Keep this decision", Map.of("kind", "CONFIRM", "reason", "AGREED", "note", "as discussed"));

        assertTrue(consultant.text().contains("Your decision is kept."), consultant.text());
        assertTrue(consultant.text(".timeline").contains("confirmed"), consultant.text(".timeline"));
        assertTrue(consultant.text(".timeline").contains("as discussed"), consultant.text(".timeline"));
        assertEquals(Status.DECIDED, again(kept).status());
    }

    @Test
    void overrulingLeavesTheVerdictOfTheRulesVisible() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        var consultant = open(kept);

        consultant.press(
                "Keep this decision",
                Map.of("kind", "OVERRULE", "verdict", "SUITABLE_WITH_CONDITIONS", "reason", "SEEN_IN_PERSON"));

        assertTrue(consultant.text(".verdicts").contains("↻ Not yet"), consultant.text(".verdicts"));
        assertTrue(consultant.text(".verdicts").contains("Suitable, with conditions"), consultant.text(".verdicts"));
        assertEquals(Verdict.SUITABLE_WITH_CONDITIONS, again(kept).decided());
        assertEquals(Verdict.DEFER, again(kept).verdict());
    }

    @Test
    void anOverruledVerdictBecomesAScenarioWithoutTheName() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        var consultant = open(kept);
        consultant.press(
                "Keep this decision",
                Map.of("kind", "OVERRULE", "verdict", "SUITABLE_WITH_CONDITIONS", "reason", "RULE_TOO_STRICT"));

        consultant.follow("As a scenario for rule authors");

        assertTrue(consultant.text().contains("verdict: SUITABLE_WITH_CONDITIONS"), consultant.text());
        assertFalse(consultant.text().contains("Rosalind"), consultant.text());
    }

    @Test
    void sendingBackDecidesNothing() {
        var kept = clinic.keep("woman-missing-answers", "Rosalind");

        var consultant =
                open(kept).press("Keep this decision", Map.of("kind", "SEND_BACK", "reason", "ANSWER_MISSING"));
        assertEquals(422, consultant.status());
        assertTrue(
                consultant.text().contains("Write in the note what you ask: the person reads it by their link."),
                consultant.text());
        consultant.press("Keep this decision", Map.of("note", "How short do you wear it?"));

        assertEquals(Status.SENT_BACK, again(kept).status());
        assertNull(again(kept).decided());
    }

    @Test
    void whatIsFilledInTwiceIsRefusedAndDecidesNothing() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");

        for (String more : List.of("&kind=SEND_BACK", "&verdict=DEFER", "&reason=OTHER", "&note=other", "&version=1")) {
            var consultant = open(kept)
                    .press(
                            "Keep this decision",
                            Map.of("kind", "OVERRULE", "verdict", "SUITABLE", "reason", "AGREED", "note", "seen"),
                            more);

            assertEquals(400, consultant.status(), more);
        }
        assertEquals(Status.WAITING, again(kept).status());
    }

    @Test
    void whatIsMissingIsAskedForAndWhatWasEnteredStays() {
        var consultant = open(clinic.keep("man-recent-transplant", "Rosalind"));

        for (Map<String, String> fields : List.of(
                Map.of("note", "a thought"),
                Map.of("kind", "OVERRULE", "reason", "AGREED", "note", "a thought"),
                Map.of("kind", "CONFIRM", "note", "a thought"))) {
            consultant.press("Keep this decision", fields);
            assertEquals(422, consultant.status());
            assertTrue(consultant.text().contains("There is a problem"), consultant.text());
            assertEquals("a thought", consultant.text("#note"));
            consultant.open(consultant.path().replace("/decisions", ""));
        }
    }

    @Test
    void twoConsultantsDoNotOverwriteEachOther() {
        var kept = clinic.keep("man-recent-transplant", "Rosalind");
        var one = open(kept);
        var other = open(kept);
        one.press("Keep this decision", Map.of("kind", "CONFIRM", "reason", "AGREED", "note", "the first"));

        other.press(
                "Keep this decision",
                Map.of("kind", "OVERRULE", "verdict", "SUITABLE", "reason", "OTHER", "note", "the second"));

        assertEquals(409, other.status());
        assertEquals("Somebody else worked on this meanwhile", other.heading());
        assertTrue(other.text().contains("the first"), other.text());
        assertEquals("the second", other.text("textarea"));
        assertEquals(1, again(kept).decisions().size());

        other.press("Keep this decision");

        assertEquals(2, again(kept).decisions().size());
        assertEquals(Verdict.SUITABLE, again(kept).decided());
    }

    @Test
    void aScreeningThatIsNotThereOrErasedSaysSo() {
        var kept = clinic.keep("man-sixteen", "Rosalind");
        screenings.erase(kept.reference(), "test", "asked for");

        var consultant = open(kept);
        assertEquals(410, consultant.status());
        assertEquals("This screening was erased", consultant.heading());
        assertEquals(404, consultant.open("/console/screenings/AAAA-AAAA-AAAA").status());
        assertEquals("There is no screening with this reference", consultant.heading());
    }

    private Consultant open(Screening kept) {
        return clinic.person(port, Role.CONSULTANT).open("/console/screenings/" + kept.reference());
    }

    @Test
    void anAddressNeverReachesTheLanguageOfTheTemplates() {
        var kept = clinic.keep("man-sixteen", "Rosalind");
        var consultant = open(kept);

        for (String odd : List.of("nonsense", "DECIDED(%24%7B7*7%7D)", "%24%7B7*7%7D")) {
            consultant.open("/console/screenings/" + kept.reference() + "?done=" + odd);

            assertTrue(consultant.status() == 400 && !consultant.text().contains("49"), consultant.text());
        }
    }

    @Test
    void aNoteIsShownAsItWasWritten() {
        String note = "<script>alert(1)</script> ' \" & ${7*7} é";
        var kept = clinic.keep("man-sixteen", "Rosalind");

        var consultant =
                open(kept).press("Keep this decision", Map.of("kind", "CONFIRM", "reason", "OTHER", "note", note));

        assertEquals(200, consultant.status());
        assertEquals(note, consultant.text(".timeline q"));
        assertEquals(0, consultant.document().select("main script").size());
    }

    private Screening again(Screening kept) {
        return screenings.find(kept.reference(), "test");
    }

    private static String firstSilent(Consultant consultant) {
        return consultant.document().expectFirst("#rules option").attr("value");
    }
}
