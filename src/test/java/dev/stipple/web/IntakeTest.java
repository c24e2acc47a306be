package dev.stipple.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.intake.Draft;
import dev.stipple.intake.Drafts;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Reference;
import dev.stipple.text.Language;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void oneQuestionFollowsAnother() {
        var person = new Candidate(port).begin();
        String first = person.heading();

        person.unsure();

        assertFalse(person.heading().equals(first));
        assertTrue(person.path().contains("/questions/") || person.path().contains("/groups/"), person.path());
    }

    @Test
    void anAnswerThatDecidesEndsTheQuestions() {
        var person = new Candidate(port).begin().question("candidate.ageYears").answer("12");

        assertEquals("That is all we need to know", person.heading());
        person.follow("Check my answers");
        assertTrue(person.text().contains("12 years"));
        person.follow("See the answer");
        assertTrue(person.heading().contains("Not suitable"), person.heading());
        assertTrue(person.text().contains("What to do, in order"));
    }

    @Test
    void frenchIsSpokenToTheEnd() {
        var person = new Candidate(port)
                .begin("fr", "Commencer")
                .question("candidate.ageYears")
                .answer("12");

        assertEquals("Nous savons tout ce qu’il faut", person.heading());
        person.follow("Vérifier mes réponses").follow("Voir la réponse");
        assertTrue(person.heading().contains("Ne convient pas"), person.heading());
        assertEquals("fr", person.document().select("html").attr("lang"));
    }

    @Test
    void aNumberOutOfBoundsIsAskedForAgainAndWhatWasEnteredStays() {
        var person = new Candidate(port).begin().question("candidate.ageYears").answer("200");

        assertEquals(422, person.status());
        assertEquals(
                "Enter a whole number from 0 to 120, in digits",
                person.document().select(".error-summary a[href=#answer]").text());
        assertEquals("200", person.document().select("#answer").attr("value"));
        assertTrue(
                person.document().title().startsWith("Error:"),
                person.document().title());
    }

    @Test
    void nothingChosenIsAskedForAgain() {
        var person = new Candidate(port).begin();

        assertEquals(422, person.question("skin.darkMarks").answer().status());
        assertEquals(
                422, person.question("candidate.photos").answer("NONE", "TOP").status());
        assertEquals(422, person.group("scars").answer().status());
    }

    @Test
    void entriesAreAddedAndRemovedOneAtATime() {
        var person = new Candidate(port).begin().group("allergies").answer("yes");
        person.answer("NICKEL");
        assertEquals(
                "What you told us so far Is there anything else to add here?",
                person.heading() + " " + person.document().select("legend h2").text());

        person.answer("yes").answer("LATEX");
        assertTrue(person.text().contains("Allergy 2"), person.text());
        person.press("Remove Allergy 1");

        assertTrue(person.text().contains("Latex"), person.text());
        assertFalse(person.text().contains("Nickel"), person.text());
        person.answer("no").page("check");
        assertTrue(person.text().contains("Latex"), person.text());
    }

    @Test
    void noneIsAnAnswerAndYesCanBeTakenBack() {
        var person = new Candidate(port).begin().group("scars").answer("yes");
        assertEquals("Where does this scar come from?", person.heading());

        person.group("scars").answer("no").page("check");

        assertTrue(person.text().contains("Scars where the pigment would go"), person.text());
        assertFalse(person.text().contains("Scar 1"), person.text());
    }

    @Test
    void backLeadsToTheQuestionBefore() {
        var person = new Candidate(port).begin();
        String first = person.heading();
        person.unsure();
        String second = person.heading();
        person.unsure().follow("Back");
        assertEquals(second, person.heading());

        person.follow("Back");

        assertEquals(first, person.heading());
        assertTrue(person.text().contains("You told us that you are not sure"));
    }

    @Test
    void anAnswerIsChangedFromTheCheckPageAndLeadsBackThere() {
        var person = new Candidate(port)
                .begin()
                .question("candidate.ageYears")
                .answer("12")
                .page("check");

        person.change("How old are you").answer("13");

        assertEquals("Check your answers", person.heading());
        assertTrue(person.text().contains("13 years"));
    }

    @Test
    void twoTabsDoNotUndoEachOther() {
        var one = new Candidate(port).begin().question("candidate.ageYears");
        var other = one.another().question("skin.darkMarks");

        one.answer("40");
        other.answer("true");
        one.question("candidate.ageYears").answer("41");
        one.page("check");

        assertTrue(one.text().contains("41 years"), one.text());
        assertTrue(one.text().contains("leave dark marks on your skin for a long time? Yes"), one.text());
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

        person.press("Delete my answers now");

        assertEquals("Your answers are deleted", person.heading());
        assertEquals(404, person.open(link).status());
        assertEquals("This form is not here any more", person.heading());
    }

    @Test
    void whatCannotMatterIsAnsweredOnlyBySomebodyWhoWishesTo() {
        var person = new Candidate(port).begin().question("candidate.ageYears").answer("12");

        person.press("Answer the rest too");

        assertTrue(person.path().contains("/questions/"), person.path());
        assertEquals("Which sex were you recorded as at birth?", person.heading());
    }

    @Test
    void aQuestionThatDoesNotApplyLeadsOn() {
        var person =
                new Candidate(port).begin().question("candidate.sexAtBirth").answer("MALE");

        person.question("candidate.pregnancy");

        assertFalse(person.heading().contains("pregnant"), person.heading());
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
    void whoWishesSoHandsTheAnswersOverAndTheDraftIsGone() {
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
        assertEquals(404, person.open(form).status());
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
        Draft draft = drafts.begin(Language.of(language).orElseThrow());
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
