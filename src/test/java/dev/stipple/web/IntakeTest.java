package dev.stipple.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.intake.Draft;
import dev.stipple.intake.Drafts;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Reference;
import dev.stipple.wording.Language;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The intake as somebody meets it whose browser knows links and forms and nothing else. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IntakeTest {
    private final Drafts drafts;
    private final Screenings screenings;

    @LocalServerPort
    private int port;

    @Autowired
    IntakeTest(Drafts drafts, Screenings screenings) {
        this.drafts = drafts;
        this.screenings = screenings;
    }

    @Test
    void theStartTellsWhatItIsAndWhatItIsNot() {
        var person = new Candidate(port).open("/intake");

        assertEquals("Does scalp micropigmentation suit you?", person.heading());
        assertTrue(person.text().contains("This is not medical advice"));
    }

    @Test
    void onePageFollowsAnotherInSections() {
        var person = new Candidate(port).begin();
        assertEquals("The look you would like", person.heading());
        assertTrue(person.text().contains("Section 1 of 6 · What you would like"), person.text());

        person.unsure();
        assertEquals("How long would you like to wear your hair afterwards?", person.heading());
        person.unsure();

        assertTrue(person.text().contains("Section 2 of 6 · You and your hair"), person.text());
    }

    @Test
    void whoIsTooYoungIsToldAtOnceAndAskedNothingMore() {
        var person = new Candidate(port).begin().question("candidate.ageYears").answer("12");

        assertTrue(person.path().endsWith("/check"), person.path());
        assertTrue(person.text().contains("12 years"));
        assertTrue(person.text().contains("Not asked, as the answer was certain without it"), person.text());
        person.follow("See the answer");
        assertTrue(person.heading().contains("Not suitable"), person.heading());
    }

    @Test
    void whoseAnswerIsCertainIsToldAndAskedOnForSafetyAndMayStop() {
        var person = hopeless();
        assertTrue(
                person.text().contains("Your answer is ready: nothing below can change it any more."), person.text());

        person.follow("Look at the answer now; a consultant will still want to know the rest");

        assertTrue(person.text().contains("Not asked, as the answer was certain without it"), person.text());
        person.follow("See the answer");
        assertTrue(person.heading().contains("Not suitable"), person.heading());
    }

    @Test
    void nobodyIsLedPastMedicinesAndOperations() {
        var person = hopeless();
        var met = new ArrayList<String>();

        while (person.path().contains("/pages/")) {
            met.add(person.path().substring(person.path().lastIndexOf('/') + 1));
            person.unsure();
        }

        assertTrue(met.containsAll(List.of("soon", "drugs", "illnesses")), met.toString());
        assertFalse(met.contains("head"), met.toString());
    }

    private Candidate hopeless() {
        return new Candidate(port).begin().page("pages/reacts").answerIn("allergens", "allergies.kind=TATTOO_PIGMENT");
    }

    @Test
    void frenchIsSpokenToTheEnd() {
        var person = new Candidate(port)
                .begin("fr", "Commencer")
                .question("candidate.ageYears")
                .answer("12");

        person.page("check").follow("Voir la réponse");
        assertTrue(person.heading().contains("Ne convient pas"), person.heading());
        assertEquals("fr", person.document().select("html").attr("lang"));
    }

    @Test
    void aNumberOutOfBoundsIsAskedForAgainAndWhatWasEnteredStays() {
        var person = new Candidate(port).begin().question("candidate.ageYears").answer("200");

        assertEquals(422, person.status());
        assertEquals(
                "Enter a whole number from 0 to 120, in digits",
                person.document()
                        .select(".error-summary a[href=#f-candidate-ageYears]")
                        .text()
                        .replace("How old are you? ", ""));
        assertEquals(
                "200",
                person.document().select("input[name='candidate.ageYears']").attr("value"));
        assertTrue(
                person.document().title().startsWith("Error:"),
                person.document().title());
    }

    @Test
    void nothingChosenIsAskedForAgain() {
        var person = new Candidate(port).begin();

        assertEquals(422, person.question("skin.fitzpatrick").answer().status());
        assertEquals(
                422, person.question("candidate.photos").answer("NONE", "TOP").status());
        assertEquals(422, person.page("pages/drugs").answerIn("blood").status());
        assertEquals(
                422,
                person.page("pages/feel")
                        .answerIn("signs", "scalp.sebum=DRY", "scalp.sebum=OILY")
                        .status());
        assertTrue(person.text().contains("exclude each other"), person.text());
    }

    @ParameterizedTest
    @CsvSource({
        "drugs, blood, medicines.kind=WARFARIN",
        "feel, signs, scalp.symptoms=ITCHING",
        "reacts, allergens, allergies.kind=PPD",
        "feel, scalp.conditions, NOPE",
    })
    void aTickThatThePageDoesNotKnowDeniesNothing(String page, String list, String tick) {
        var person = new Candidate(port).begin();
        String before = person.page("check").text();

        assertEquals(422, person.page("pages/" + page).answerIn(list, tick).status());
        assertTrue(person.text().contains("is not in this list any more"), person.text());

        assertEquals(before, person.page("check").text());
        person.page("pages/" + page);
        person.fill(person.document().select("input[name=shown]").eachAttr("value").stream()
                .map(each -> each + "=NONE")
                .toArray(String[]::new));
        assertNotEquals(before, person.page("check").text());
    }

    @Test
    void aKnownTickBesideAnUnknownOneIsNotTakenAlone() {
        var person = new Candidate(port).begin().question("goal.looks");

        assertEquals(422, person.answer("DENSITY", "NOPE").status());
        assertEquals(
                422, person.question("candidate.ageYears").answer("30", "50").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate.ageYears=44",
                "shown=candidate.shoeSize&candidate.shoeSize=45",
                "shown=goal.looks&goal.looks=DENSITY",
                "shown=candidate.ageYears&candidate.ageYears=44&transplants.monthsAgo/99=2",
            })
    void whatNothingOnThePageTakesIsToldAndNotKept(String fields) {
        var person = new Candidate(port).begin().page("pages/you");

        person.send(person.path(), "application/x-www-form-urlencoded", fields);

        assertEquals(422, person.status());
        assertTrue(person.text().contains("was not kept"), person.text());
    }

    @Test
    void whatIsFilledInComesFromTheBodyOfAFormAlone() {
        var person = new Candidate(port).begin().page("pages/you");
        String page = person.path();
        String form = "application/x-www-form-urlencoded";

        assertEquals(415, person.send(page, "application/json", "{}").status());
        assertEquals(
                415, person.send(page, "text/plain", "shown=candidate.ageYears").status());
        assertEquals(400, person.send(page + "?candidate.ageYears=20", form, "").status());
        assertEquals(404, person.send(page + "s", form, "").status());
        String handover = page.replace("pages/you", "handover");
        assertEquals(
                400,
                person.send(handover, form, "name=A&email=a@b&consent=true&consent=false")
                        .status());
        assertEquals(
                400,
                person.send(handover, form, "name=A&email=a@b&consent=true&message=x")
                        .status());
    }

    @Test
    void ticksBecomeEntriesAndAreTakenBackOneAtATime() {
        var person = new Candidate(port)
                .begin()
                .page("pages/reacts")
                .answerIn("allergens", "allergies.kind=NICKEL", "allergies.kind=LATEX");
        person.page("check");
        assertTrue(person.text().contains("Nickel") && person.text().contains("Latex"), person.text());

        person.page("pages/reacts")
                .answerIn("allergens", "allergies.kind=LATEX")
                .page("check");

        assertTrue(person.text().contains("Latex"), person.text());
        assertFalse(person.text().contains("Nickel"), person.text());
    }

    @Test
    void moreEntriesAreAddedAndOneIsRemovedWithoutLosingTheOther() {
        var person = new Candidate(port).begin().page("pages/surface").answerIn("had", "scars");
        person.page("pages/done");
        assertTrue(person.text().contains("Scar 1"), person.text());

        person.answerIn("scars.kind/1", "BURN").page("pages/done").press("Add another scar");
        assertTrue(person.text().contains("Scar 2"), person.text());
        person.answerIn("scars.kind/2", "FUE").page("pages/done").press("Remove Scar 1");

        assertFalse(person.text().contains("Scar 2"), person.text());
        assertEquals(1, person.document().select("input[value=FUE][checked]").size());
        assertEquals(0, person.document().select("input[value=BURN][checked]").size());
    }

    @Test
    void whatCannotBeTakenIsToldBesideAnotherEntry() {
        var person = new Candidate(port).begin().page("pages/surface").answerIn("had", "transplants");
        String done = "/intake/" + person.token() + "/pages/done";
        String form = "application/x-www-form-urlencoded";
        String wrong = "shown=transplants.kind%2F1&shown=transplants.monthsAgo%2F1"
                + "&transplants.kind%2F1=FUT&transplants.monthsAgo%2F1=six";

        person.send(done + "/entries/transplants", form, wrong);

        assertEquals(422, person.status());
        assertEquals(1, person.document().select("input[value=six]").size());
        assertEquals(1, person.document().select(".error").size(), person.text());
        assertTrue(person.text().contains("Hair transplant 2"), person.text());

        person.send(done + "/entries/transplants/2/removal", form, wrong);

        assertEquals(422, person.status());
        assertEquals(1, person.document().select("input[value=six]").size());
        assertFalse(person.text().contains("Hair transplant 2"), person.text());

        person.send(done + "/entries/transplants", form, "shown=transplants.kind%2F1&transplants.kind%2F1=FUE");

        assertEquals(200, person.status());
        assertTrue(person.text().contains("Hair transplant 2"), person.text());

        person.send(done + "/entries/transplants/1/removal", form, wrong);

        assertEquals(200, person.status());
        assertFalse(person.text().contains("Hair transplant 2"), person.text());
    }

    @Test
    void whoIsNotSureOfTheOthersKeepsTheTick() {
        var person = new Candidate(port)
                .begin()
                .page("pages/drugs")
                .answerIn("blood", "medicines.kind=ANTICOAGULANT", "NOT_SURE");

        person.page("pages/drugs");

        assertEquals(
                List.of("medicines.kind=ANTICOAGULANT", "NOT_SURE"),
                person.document().select("#f-blood input[checked]").eachAttr("value"));
        person.page("check");
        assertTrue(person.text().contains("Not sure about the others"), person.text());
    }

    @Test
    void onlyWhoIsSureOfTheOthersIsAskedOnceMoreAboutThem() {
        var person = new Candidate(port).begin().page("pages/drugs");

        person.fill("blood=medicines.kind=ANTIPLATELET", "immunity=NONE").page("check");
        assertTrue(person.document().select(".denied").text().contains("A blood thinner"), person.text());

        person.page("pages/drugs")
                .fill("blood=medicines.kind=ANTIPLATELET", "blood=NOT_SURE", "immunity=NONE")
                .page("check");
        assertFalse(person.document().select(".denied").text().contains("A blood thinner"), person.text());
    }

    @Test
    void whoIsNotSureOfTheOtherChoicesKeepsTheTicks() {
        var person = new Candidate(port)
                .begin()
                .page("pages/feel")
                .answerIn("signs", "scalp.symptoms=PAIN", "NOT_SURE")
                .page("pages/feel")
                .answerIn("scalp.conditions", "ECZEMA", "NOT_SURE");

        person.page("pages/feel");

        assertEquals(
                List.of("scalp.symptoms=PAIN", "NOT_SURE"),
                person.document().select("#f-signs input[checked]").eachAttr("value"));
        assertEquals(
                List.of("ECZEMA", "NOT_SURE"),
                person.document().select("#f-scalp-conditions input[checked]").eachAttr("value"));
        person.page("check");
        assertTrue(person.text().contains("Eczema (dermatitis); Not sure about the others"), person.text());
    }

    @Test
    void noneIsAnAnswerAndYesCanBeTakenBack() {
        var person = new Candidate(port).begin().page("pages/surface").answerIn("had", "scars");

        person.page("pages/surface").answerIn("had", "NONE").page("check");

        assertTrue(person.text().contains("None of these, and none is planned"), person.text());
        assertFalse(person.text().contains("Scar 1"), person.text());
    }

    @Test
    void whatHangsOnAnAnswerIsAskedOnTheSamePage() {
        var person = new Candidate(port).begin();

        person.page("pages/surface").answerIn("had", "previousSmp.result=REMOVED", "sensitivity.patchTest=NEGATIVE");
        person.page("pages/surface");

        assertEquals(
                1,
                person.document()
                        .select("#f-sensitivity-patchTestDaysAgo:not([hidden])")
                        .size());
        assertEquals(
                1,
                person.document()
                        .select("#f-previousSmp-weeksSinceRemoval:not([hidden])")
                        .size());
        assertTrue(person.document().select("#f-previousSmp-weeksSinceLast").hasAttr("hidden"));
    }

    @Test
    void aCardAnswersSeveralQuestionsAndAnotherOneTakesThemBack() {
        var person = new Candidate(port)
                .begin()
                .page("pages/kind")
                .answerIn("loss", "hairLoss.alopecia=ANDROGENETIC,hairLoss.diagnosedByDoctor=true")
                .page("pages/head");
        assertEquals(
                "Which picture is closest to your head today?",
                person.document().select("#f-shape .asked").text());
        person.answerIn("shape", "hairLoss.pattern=RECEDING_OR_CROWN,hairLoss.norwood=V,hairLoss.frontLine=RECEDED");

        person.page("pages/head").answerIn("shape", "hairLoss.pattern=DIFFUSE").page("pages/head");

        assertEquals(
                1,
                person.document().select("#f-hairLoss-frontLine:not([hidden])").size());
        person.page("check");
        assertFalse(person.text().contains("Stage V"), person.text());
        assertTrue(person.text().contains("Thinner all over"), person.text());
    }

    @Test
    void backLeadsToThePageBefore() {
        var person = new Candidate(port).begin();
        String first = person.heading();
        person.unsure();
        String second = person.heading();
        person.unsure().follow("Back");
        assertEquals(second, person.heading());

        person.follow("Back");

        assertEquals(first, person.heading());
        assertEquals(
                2, person.document().select("input[value=NOT_SURE][checked]").size());
    }

    @Test
    void theCheckPageTellsApartWhatWasNotAskedAndWhatIsNotSure() {
        var person =
                new Candidate(port).begin().question("candidate.sexAtBirth").answer("MALE");
        person.question("skin.fitzpatrick").answer("NOT_SURE");

        person.page("check");

        var gaps = person.document().select(".gaps");
        assertTrue(gaps.select(".unsure").text().contains("hour of strong midday sun? Answer"), gaps.text());
        assertTrue(
                gaps.text().contains("Because of the answer to: Which sex were you recorded as at birth?"),
                gaps.text());
        assertTrue(gaps.text().contains("Not asked yet"), gaps.text());
    }

    @Test
    void theCheckPageAndTheResultCountAlikeWhatWasNotAsked() {
        var person = hopeless();
        person.page("pages/surface").answerIn("had", "scars").page("check");
        String counted = person.document().select(".gaps summary").text();

        person.page("result");

        assertTrue(counted.contains("not asked"), counted);
        assertEquals(counted, person.document().select(".gaps summary").text());
    }

    @Test
    void whatIsCertainIsToldOnPagesThatAreStillAskedAlone() {
        var person = hopeless();
        assertEquals(1, person.document().select(".certain").size());

        person.page("pages/reacts?to=check");
        assertEquals(0, person.document().select(".certain").size());

        person.page("pages/reacts").unsure().page("pages/reacts");
        assertEquals(0, person.document().select(".certain").size(), "nothing is asked here any more");

        person.page("pages/prepare");
        assertEquals(0, person.document().select(".certain").size());
    }

    @Test
    void aPageThatIsCorrectedTurnsWhenItIsSentAlone() {
        var person = new Candidate(port).begin().page("pages/sun");
        assertEquals(
                2, person.document().select("#page[data-turning], .turning").size());

        person.answerIn("skin.fitzpatrick", "III").page("pages/sun?to=check");
        assertEquals(
                0, person.document().select("#page[data-turning], .turning").size());

        person.page("pages/sun");
        assertEquals(
                0, person.document().select("#page[data-turning], .turning").size());
    }

    @Test
    void whatAnAnswerBringsUpOnItsPageIsTold() {
        var person = new Candidate(port).begin();
        while (!person.path().endsWith("/pages/kind")) {
            person.unsure();
        }
        person.answerIn("loss", "hairLoss.alopecia=UNDIAGNOSED");
        assertTrue(person.path().endsWith("/pages/head"), person.path());
        assertEquals(0, person.document().select(".left").size());

        person.answerIn("shape", "hairLoss.pattern=RECEDING_OR_CROWN,hairLoss.norwood=III_VERTEX");

        assertTrue(person.path().endsWith("/pages/head"), person.path());
        assertEquals(
                "Is your front hairline still where it used to be?",
                person.document().select(".left a[href=#f-hairLoss-frontLine]").text());
    }

    @Test
    void whoIsWithoutHopeIsToldWhereHelpIsFound() {
        var person = new Candidate(port).begin().page("pages/feelings");
        var beside = person.document().select("label:has(input[value=HOPELESS]) + .help");
        assertEquals("https://findahelpline.com", beside.select("a").attr("href"));
        assertTrue(beside.hasAttr("hidden"), beside.outerHtml());

        person.answerIn("expectations.signs", "HOPELESS");

        for (String page : List.of("check", "result")) {
            var first = person.page(page)
                    .document()
                    .select("main > :is(section, .help)")
                    .first();
            assertTrue(first != null && first.is(".help:has(a[href='https://findahelpline.com'])"), page);
        }
    }

    @Test
    void theResultQuotesWhatWasAskedAndTicked() {
        var person = new Candidate(port).begin().page("pages/surface");
        person.answerIn("had", "NONE").page("pages/kind");
        person.answerIn("loss", "hairLoss.alopecia=ANDROGENETIC,hairLoss.diagnosedByDoctor=true");

        person.page("result");

        assertFalse(person.text().contains("Do you have any scars where the pigment would go?"), person.text());
        assertFalse(person.text().contains("Has a doctor confirmed this kind of hair loss?"), person.text());
    }

    @Test
    void whatWeighsMostIsAskedOnceMoreInItsOwnWordsAndCanBeChanged() {
        var person = new Candidate(port).begin().page("pages/reacts").answerIn("reactions", "NONE");

        person.page("check");

        var denied = person.document().select(".denied li:contains(keloid)");
        assertEquals(
                "A thick scar on your body that grew beyond the wound (keloid)",
                denied.select("span").get(0).text());
        assertTrue(denied.select("a").attr("href").endsWith("/pages/reacts?to=check#f-reactions"), denied.outerHtml());
    }

    @Test
    void theProgressIsNeverFullWhileSomethingIsAsked() {
        var person = new Candidate(port).begin();

        for (String page : List.of("life", "feelings")) {
            var bar = person.page("pages/" + page).document().select("progress");
            assertTrue(Double.parseDouble(bar.attr("value")) < Double.parseDouble(bar.attr("max")), bar.outerHtml());
        }
    }

    @Test
    void theResultTellsApartWhatWasNotAskedAndWhatIsNotSure() {
        var person =
                new Candidate(port).begin().question("candidate.sexAtBirth").answer("MALE");
        person.question("skin.fitzpatrick").answer("NOT_SURE").page("pages/drugs");
        person.answerIn("blood", "NOT_SURE");

        person.page("result");

        var gaps = person.document().select(".gaps");
        assertTrue(gaps.select(".unsure").text().contains("hour of strong midday sun? Answer"), gaps.text());
        assertTrue(gaps.select(".unsure").text().contains("any medicine"), gaps.text());
        assertTrue(gaps.select(".unasked").text().contains("How old are you?"), gaps.text());
        assertFalse(gaps.select(".unasked").text().contains("midday sun"), gaps.text());
        assertFalse(gaps.text().contains("photos"), gaps.text());
        assertEquals(
                "Because of the answer to: Which sex were you recorded as at birth?",
                gaps.select(".leftOut dt").text());
    }

    @Test
    void eachQuestionSaysWhyItIsAsked() {
        var person = new Candidate(port).begin().page("pages/feel");

        assertEquals(
                person.document().select("fieldset.field").size(),
                person.document().select("fieldset.field details.why p").size());
        assertTrue(
                person.document()
                        .select("#f-signs .why p")
                        .text()
                        .startsWith("It can mean: needs a doctor's agreement"),
                person.text());
    }

    @Test
    void anAnswerIsChangedFromTheCheckPageAndLeadsBackThere() {
        var person = new Candidate(port)
                .begin()
                .question("candidate.ageYears")
                .answer("12")
                .page("check");

        person.change("How old are you").answerIn("candidate.ageYears", "13");

        assertEquals("Check your answers", person.heading());
        assertTrue(person.text().contains("13 years"));
    }

    @Test
    void aChangeThatOpensAnotherPageLeadsThereAndThenBack() {
        var person = new Candidate(port).begin();
        person.page("pages/kind").answerIn("loss", "hairLoss.alopecia=NO_HAIR_LOSS");
        while (person.path().contains("/pages/")) {
            person.unsure();
        }
        person.page("pages/kind?to=check");

        person.answerIn("loss", "hairLoss.alopecia=ANDROGENETIC,hairLoss.diagnosedByDoctor=true");
        assertTrue(person.path().endsWith("/pages/head"), person.path());
        person.unsure();
        assertTrue(person.path().endsWith("/pages/change"), person.path());
        person.unsure();

        assertEquals("Check your answers", person.heading());
    }

    @Test
    void twoTabsDoNotUndoEachOther() {
        var one = new Candidate(port).begin().question("candidate.ageYears");
        var other = one.another().question("skin.daysSinceSun");

        one.answer("40");
        other.answer("99");
        one.question("candidate.ageYears").answer("41");
        one.page("check");

        assertTrue(one.text().contains("41 years"), one.text());
        assertTrue(one.text().contains("99 days"), one.text());
    }

    @Test
    void aClosedBrowserFindsItsAnswersAgain() {
        var person = new Candidate(port)
                .begin()
                .question("candidate.ageYears")
                .answer("40")
                .page("later");
        String link = person.document().select("input[readonly]").attr("value");

        var later = new Candidate(port).open(link);

        assertTrue(later.page("check").text().contains("40 years"));
    }

    @Test
    void whoDoesNotLeaveAfterAllGoesOnWhereTheyWere() {
        var person = new Candidate(port).begin();
        String question = person.heading();

        person.page("later").follow("Go on now");

        assertEquals(question, person.heading());
        assertEquals(question, person.open("/intake/" + person.token() + "/").heading());
    }

    @Test
    void whatIsDeletedIsGone() {
        var person = new Candidate(port).begin().page("later");
        String link = person.document().select("input[readonly]").attr("value");

        person.follow("Delete my answers");
        assertEquals("Delete everything?", person.heading());
        person.follow("No, keep it").follow("Delete my answers").press("Yes, delete everything");

        assertEquals("Your answers are deleted", person.heading());
        assertEquals(404, person.open(link).status());
        assertEquals("There is nothing here any more", person.heading());
    }

    @Test
    void aQuestionThatDoesNotApplyLeadsOn() {
        var person =
                new Candidate(port).begin().question("candidate.sexAtBirth").answer("MALE");

        person.question("candidate.pregnancy");

        assertFalse(person.text().contains("pregnant"), person.text());
    }

    @Test
    void pagesAllowNoForeignCodeAndNoForeignFrame() {
        var person = new Candidate(port).begin();

        assertTrue(person.header("Content-Security-Policy").startsWith("default-src 'self';"));
        assertTrue(person.header("Content-Security-Policy").endsWith("frame-ancestors 'self'"));
        assertEquals("no-store", person.header("Cache-Control"));
        assertEquals(List.of(), person.document().select("style, script:not([src]), [style], [onclick]"));
    }

    @Test
    void drawingsAndLibrariesAreServed() {
        var person = new Candidate(port).open("/intake");

        for (var address : List.of(
                "/pictures/norwood-I.svg",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/webjars/picocss__pico/css/pico.min.css",
                "/stipple.css",
                "/stipple.js")) {
            assertEquals(200, person.open(address).status(), address);
        }
    }

    @Test
    void aPageThatIsNotThereSaysWhatToDo() {
        var person = new Candidate(port).open("/intake/x/y/z?language=fr");

        assertEquals(404, person.status());
        assertEquals("Cela n’a pas fonctionné", person.heading());
        assertTrue(person.text().contains("Il n’y a pas de page à cette adresse"), person.text());
        assertEquals(404, person.open("/intake/sent").status());
    }

    @Test
    void whoWishesSoHandsTheAnswersOverAndTheLinkOpensWhatWasSent() {
        var person = new Candidate(port).begin().question("candidate.ageYears").answer("45");
        person.page("handover").fill("consent=true");
        assertEquals(422, person.status());
        assertEquals(
                "Enter your name, in at most 200 characters Enter an e-mail address or a telephone number",
                person.document().select(".error-summary a").text());
        String form = person.path();

        person.fill("name=Ada", "email=ada@example.org", "consent=true");

        assertEquals("Your answers have been sent", person.heading());
        var reference =
                Reference.of(person.document().select(".reference").text()).orElseThrow();
        assertEquals("Ada", screenings.find(reference, "test").contact().name());
        assertTrue(person.open(form).path().endsWith("/sent"), person.path());
    }

    @Test
    void nothingIsHandedOverWithoutConsent() {
        var person = new Candidate(port).begin().page("handover").fill("name=Ada", "phone=123");

        assertEquals(422, person.status());
        assertEquals(
                "Your answers can only be sent if you agree to this",
                person.document().select(".error-summary a").text());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "man-sixteen, en",
        "man-keloid-history, fr",
        "man-recent-transplant, fr",
        "man-fut-and-fue-scars, fr",
        "man-dark-skin, fr",
        "man-dark-skin, en",
        "woman-missing-answers, en"
    })
    void aResultFitsOnTwoPagesOfPaper(String story, String language) throws Exception {
        Draft draft = drafts.begin(new Language(language));
        JsonNode answers =
                JsonMapper.shared().readTree(Files.readString(Path.of("examples/" + story + ".answers.json")));
        drafts.change(draft.token(), each -> each.withAnswers(filledIn(answers)));

        byte[] pdf = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + port + "/intake/" + draft.token() + "/result.pdf"))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();

        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(document.getNumberOfPages() <= 2, document.getNumberOfPages() + " pages");
            assertFalse(text.contains("#"), "a letter is missing from the font");
            assertTrue(text.contains(language.equals("fr") ? "Ce que ceci n" : "What this is not"), text);
            assertTrue(text.contains(language.equals("fr") ? "ne compte comme un non" : "counts as a No"), text);
        }
    }

    /** Answers as a draft has them, where repeating groups are kept by key. */
    static String filledIn(JsonNode answers) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode groups = tree.putObject("answers");
        for (var group : answers.properties()) {
            if (group.getValue().isArray()) {
                tree.withObjectProperty("repeating").put(group.getKey(), true);
                ObjectNode entries = groups.putObject(group.getKey());
                for (JsonNode entry : group.getValue()) {
                    entries.set(Integer.toString(entries.size() + 1), entry);
                }
            } else {
                groups.set(group.getKey(), group.getValue());
            }
        }
        return tree.toString();
    }
}
