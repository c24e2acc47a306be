package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.assessment.Assessor;
import dev.stipple.intake.Draft;
import dev.stipple.intake.Drafts;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Submission;
import dev.stipple.store.Database;
import dev.stipple.store.RandomTokens;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.wording.Language;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What somebody finds by their link once they have sent their form. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OwnTest {
    private static final String WAITS = "man-recent-transplant";
    private static final String LETTER = "man-keloid-history";

    private final Drafts drafts;
    private final Screenings screenings;
    private final OwnScreenings own;
    private final Database database;
    private final AuditLog audit;

    @LocalServerPort
    private int port;

    @Autowired
    OwnTest(Drafts drafts, Screenings screenings, OwnScreenings own, Database database, AuditLog audit) {
        this.drafts = drafts;
        this.screenings = screenings;
        this.own = own;
        this.database = database;
        this.audit = audit;
    }

    @Test
    void sendingGivesTheLinkThatShowsWhatWasSent() throws IOException {
        var person = sent(WAITS, "en");
        assertThat(person.heading()).isEqualTo("Your answers have been sent");
        String link = person.document().select("input[readonly]").attr("value");
        assertThat(link).endsWith("/intake/" + person.token());

        person.open(link);

        assertThat(person.path()).endsWith("/" + person.token() + "/sent");
        assertThat(person.heading()).endsWith("Not yet");
        assertThat(person.text()).contains("Your consultant has not decided on this yet.");
        assertThat(person.document().select(".coming li.open").text()).contains("From ", "still running", "Wait:");
        assertThat(person.document().select(".moments li").text()).contains("Today");
    }

    @Test
    void everyAddressOfTheFormLeadsThereAfterwards() throws IOException {
        var person = sent(WAITS, "en");

        for (String page : new String[] {"", "check", "result", "later", "handover", "pages/sun"}) {
            assertThat(person.page(page).path()).as(page).endsWith("/sent");
        }
        assertThat(person.page("result.pdf").path()).endsWith("/sent");
    }

    @Test
    void whatIsEnteredAfterwardsIsSaidNotToBeAdded() throws IOException {
        var person = sent(WAITS, "en").page("sent");
        assertThat(person.text()).doesNotContain("not added");

        person.post("/intake/" + person.token() + "/pages/look");

        assertThat(person.path()).endsWith("/sent");
        assertThat(person.text()).contains("What you entered after that was not added to them.");
    }

    @Test
    void aNameOfInvisibleSignsIsNone() throws IOException {
        for (String name : new String[] {"\u00a0\u3000", "\u200b", "-"}) {
            var person = new Candidate(port).open("/intake/" + filledIn(WAITS, "en") + "/handover");

            person.fill(
                    "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), "email=ada@example.org", "consent=true");

            assertThat(person.status()).as(name).isEqualTo(422);
        }
    }

    @Test
    void itSpeaksTheLanguageInWhichItWasSent() throws IOException {
        var person = sent(LETTER, "fr").page("sent");

        assertThat(person.document().select("html").attr("lang")).isEqualTo("fr");
        assertThat(person.document().select(".coming").text()).contains("Avant le", "à faire", "Courrier");
        assertThat(person.page("sent?language=en").document().select("html").attr("lang"))
                .isEqualTo("fr");
    }

    @Test
    void aPageIsAskedForInOneLanguage() throws IOException {
        var person = sent(WAITS, "en");

        for (String page : List.of("/intake", "/intake/" + person.token() + "/sent")) {
            assertThat(new Candidate(port)
                            .open(page + "?language=en&language=fr")
                            .status())
                    .as(page)
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsDoneAndWhatIsOverdueIsToldApart() throws IOException {
        var person = sent(LETTER, "en");
        var kept = kept(person);
        screenings.mark(kept.reference(), kept.version(), 1, true, "ana");

        person.page("sent");

        assertThat(person.document().select(".coming li.done").text()).contains("done");
        assertThat(person.document().select(".coming li.done")).hasSize(1);
    }

    @Test
    void aConsultantsWordIsShownAndANoteIsNot() throws IOException {
        var person = sent(WAITS, "en");
        decide(person, Decision.Kind.CONFIRM, null, "between us");
        assertThat(person.page("sent").text())
                .contains("has looked at this and agrees")
                .doesNotContain("between us");

        var other = sent(WAITS, "en");
        decide(other, Decision.Kind.OVERRULE, Verdict.SUITABLE, "between us");

        assertThat(other.page("sent").heading()).endsWith("Suitable");
        assertThat(other.text()).contains("The questions alone led to: Not yet").doesNotContain("between us");
    }

    @Test
    void itCanBeHadOnPaper() throws Exception {
        String token = sent(WAITS, "fr").token();

        var response = fetched("/intake/" + token + "/sent/result.pdf");

        try (var document = Loader.loadPDF(response.body())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Pas encore");
        }
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
    }

    @Test
    void theDatesGoIntoACalendarAndNothingElseDoes() throws Exception {
        var person = sent(LETTER, "fr");
        String token = person.token();
        var kept = kept(person);

        String calendar = text(fetched("/intake/" + token + "/sent/dates.ics"));

        var due = kept.agenda().next().orElseThrow();
        assertThat(calendar)
                .contains("DTSTART;VALUE=DATE:" + due.day().toString().replace("-", ""))
                .contains("SUMMARY:Stipple\u00a0: voir votre liste\r\n")
                .doesNotContain(token, kept.reference().code(), kept.reference().toString(), due.text(), "http");
        assertThat(text(fetched("/intake/" + token + "/sent/dates.ics"))).isEqualTo(calendar);

        screenings.mark(kept.reference(), kept.version(), 1, true, "ana");
        assertThat(text(fetched("/intake/" + token + "/sent/dates.ics"))).doesNotContain("VEVENT");
        assertThat(person.page("sent").text()).doesNotContain("Les dates, pour mon agenda");
    }

    @Test
    void whatIsSentBackIsOpenedAgainWithTheQuestionAndSentAgain() throws IOException {
        var person = sent(WAITS, "en");
        assertThat(person.page("sent").text()).doesNotContain("send them again");
        decide(person, Decision.Kind.SEND_BACK, null, "How long ago was the transplant?");
        assertThat(person.page("sent").text()).contains("How long ago was the transplant?", "has a question");

        person.press("Look at my answers and send them again");
        assertThat(person.heading()).isEqualTo("Check your answers");
        assertThat(person.text()).contains("Your consultant asks", "How long ago was the transplant?", "2 months");
        assertThat(person.page("").path()).doesNotContain("/sent");
        person.question("transplants.monthsAgo").answerIn("transplants.monthsAgo/1", "7");
        person.page("result").follow("Send to the consultant");
        assertThat(person.heading()).isEqualTo("Send your answers again?");
        person.press("Send again");

        assertThat(person.path()).endsWith("/sent");
        assertThat(person.text()).doesNotContain("How long ago was", "Not yet").contains("has not decided");
        var again = kept(person);
        assertThat(again.revisions()).hasSize(2);
        assertThat(again.verdict()).isNotEqualTo(again.revisions().get(0).verdict());
        assertThat(again.contact().name()).isEqualTo("Ada");
        assertThat(person.page("").path()).endsWith("/sent");
    }

    @Test
    void whatIsSentAgainManyTimesAtOnceIsKeptOnce() throws Exception {
        var person = sent(WAITS, "en");
        decide(person, Decision.Kind.SEND_BACK, null, "How long ago?");
        person.page("sent").press("Look at my answers and send them again");
        var press = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/intake/" + person.token() + "/handover"))
                .POST(BodyPublishers.noBody())
                .build();

        var answers = Stream.generate(() -> HttpClient.newHttpClient().sendAsync(press, BodyHandlers.ofString()))
                .limit(6)
                .toList();

        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(302);
            assertThat(answer.get().headers().firstValue("Location").orElse("")).endsWith("/sent");
        }
        assertThat(kept(person).revisions()).hasSize(2);
        assertThat(kept(person).version()).isEqualTo(3);
    }

    /** Whoever is told that all is deleted has nothing kept, whichever of the two comes first. */
    @Test
    void whoDeletesTheFormWhileItIsSentIsNotToldThatNothingIsKept() throws Exception {
        var outcomes = new HashSet<Boolean>();
        for (int round = 0; round < 20; round++) {
            String form = "/intake/" + filledIn(WAITS, "en");
            var link = new Link(form.replaceAll(".*/", ""));
            String fields = "name=Ada&email=ada@example.org&consent=true";
            var removal = round == 0 ? posted(form + "/removal", "").get() : null;
            var sending = posted(form + "/handover", fields);
            if (round == 19) {
                sending.get();
            }
            Thread.sleep(round * 10L);
            var deleted = removal == null ? posted(form + "/removal", "").get() : removal;

            int sent = sending.get().statusCode();
            boolean kept = own.isKept(link);
            assertThat(sent).as("round %d", round).isEqualTo(kept ? 302 : 404);
            assertThat(deleted.headers().firstValue("Location").orElse(""))
                    .as("round %d", round)
                    .endsWith(kept ? form + "/sent/removal?late=true" : "/intake/removed?language=en");
            outcomes.add(kept);
        }
        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
    }

    private CompletableFuture<HttpResponse<String>> posted(String path, String fields) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
    }

    @Test
    void whoPressesSendTwiceIsToldOfNothingThatWasNotAdded() throws Exception {
        String form = "/intake/" + filledIn(WAITS, "en");
        String fields = "name=Ada&email=ada@example.org&consent=true";
        var pressed = Stream.generate(() -> posted(form + "/handover", fields))
                .limit(4)
                .toList();
        for (var answer : pressed) {
            assertThat(answer.get().headers().firstValue("Location").orElse(""))
                    .contains("/sent")
                    .doesNotContain("late");
        }

        var other = posted(form + "/handover", fields.replace("Ada", "Ana")).get();

        assertThat(other.headers().firstValue("Location").orElse("")).endsWith("late=true");
    }

    @Test
    void whoDeletesAFormThatWasSentIsAskedAboutWhatWasSent() throws IOException {
        var person = sent(WAITS, "en");

        person.post("/intake/" + person.token() + "/removal");

        assertThat(person.text()).contains("Your answers had been sent already, so they are still here.");
        person.press("Yes, delete everything");
        assertThat(own.isKept(new Link(person.token()))).isFalse();
        person.post("/intake/" + person.token() + "/removal");
        assertThat(person.heading()).isEqualTo("Your answers are deleted");
    }

    @Test
    void whoGivesUpAChangeKeepsWhatWasSent() throws IOException {
        var person = sent(WAITS, "en");
        decide(person, Decision.Kind.SEND_BACK, null, "How long ago?");
        person.page("sent").press("Look at my answers and send them again");

        person.page("later");
        assertThat(person.text()).contains("What you sent stays.", "Give up my changes");
        person.page("removal");
        assertThat(person.text()).contains("What you sent stays.");
        person.press("Yes, delete everything");

        assertThat(person.path()).endsWith("/sent");
        assertThat(person.text()).contains("How long ago?");
        assertThat(kept(person).revisions()).hasSize(1);
    }

    /** It holds what was sent, for whoever has the link. */
    @Test
    void eachPageOfAFormThatWasOpenedAgainIsReadingInTheLog() throws IOException {
        var person = sent(WAITS, "en");
        decide(person, Decision.Kind.SEND_BACK, null, "How long ago?");
        person.page("sent").press("Look at my answers and send them again");
        var reference = kept(person).reference();

        for (String page : new String[] {"check", "pages/you", "result", "result.pdf", "handover", "letters"}) {
            long before = reads(reference);

            assertThat(person.page(page).status()).as(page).isEqualTo(200);

            assertThat(reads(reference)).as(page).isGreaterThan(before);
        }
    }

    private long reads(Reference reference) {
        return audit.of(reference.code()).stream()
                .filter(entry -> entry.action() == Action.READ && entry.actor().equals(OwnScreenings.ACTOR))
                .count();
    }

    @Test
    void nobodyOpensAgainWhatNobodyAskedAbout() throws IOException {
        var person = sent(WAITS, "en").page("sent/link");

        person.post("/intake/" + person.token() + "/sent/again");

        assertThat(person.path()).endsWith("/sent");
        assertThat(person.page("check").path()).endsWith("/sent");
    }

    @ParameterizedTest
    @CsvSource({"man-keloid-history, fr, Date et signature", "man-two-factors-pull-apart, en, Date and signature"})
    void eachDoctorGetsALetterOfOnePage(String story, String language, String signed) throws Exception {
        var person = sent(story, language).page("sent");
        person.follow(language.equals("fr") ? "Lettres pour mes médecins" : "Letters for my doctors");
        var questions = person.document().select(".letter h2").eachText();
        assertThat(questions).isNotEmpty();
        assertThat(person.document().select(".letter .given li")).isNotEmpty();

        var pdf = fetched("/intake/" + person.token() + "/sent/letters.pdf");

        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(questions.size());
            for (int page = 1; page <= questions.size(); page++) {
                assertThat(text(document, page))
                        .contains(signed, "Ada", "SMP")
                        .doesNotContain("#")
                        .containsIgnoringWhitespaces(plain(questions.get(page - 1)));
            }
        }
    }

    @Test
    void whoHasNotSentYetHasLettersTooAndWhoNeedsNoneHasNone() throws IOException {
        var person = new Candidate(port).open("/intake/" + filledIn(LETTER, "en") + "/result");
        person.follow("Letters for my doctors");
        assertThat(person.document().select(".letter h2").text()).contains("dermatologist");

        var other = sent("bald-man-shaved-look", "en").page("sent");

        assertThat(other.text()).doesNotContain("Letters for my doctors");
        assertThat(other.page("sent/letters").text()).contains("Nobody has to be asked in writing.");
    }

    @Test
    void itIsKeptFromCachesSearchEnginesAndOtherSites() throws IOException {
        var person = sent(WAITS, "en").page("sent");

        assertThat(person.header("Cache-Control")).isEqualTo("no-store");
        assertThat(person.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(person.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(person.header("Content-Security-Policy")).endsWith("frame-ancestors 'self'");
    }

    @Test
    void deletingAsksOnceAndErasesEverything() throws IOException {
        var person = sent(WAITS, "en").page("sent");
        var kept = kept(person);
        String unknown =
                new Candidate(port).open("/intake/nobody").document().body().text();

        person.follow("Delete everything that I sent").follow("No, keep it");
        assertThat(person.heading()).endsWith("Not yet");
        person.follow("Delete everything that I sent").press("Yes, delete everything");

        assertThat(person.heading()).isEqualTo("Your answers are deleted");
        assertThat(own.isKept(new Link(person.token()))).isFalse();
        assertThat(database.sql()
                        .sql("select count(*) from screening where reference = ? and link is null"
                                + " and wrapped_key is null and status = 'ERASED'")
                        .param(kept.reference().code())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(unknown).contains("There is nothing here any more");
    }

    @Test
    void itIsErasedAlsoWhereItsRulesCannotBeLoadedAnyMore() {
        var link = new Link(RandomTokens.next());
        var rules = Small.rulebook();
        screenings.keep(
                new Submission(Small.answers("{'person': {'ageYears': 40}}"), Spoken.EN, Contact.NONE, "1")
                        .withLink(link),
                new Assessor(rules, new Reasoner(rules)),
                OwnScreenings.ACTOR,
                null);
        var files = database.sql().sql("select files from rulebook where digest = ?");
        byte[] kept = files.param(rules.digest()).query(byte[].class).single();
        putFiles(rules, new byte[1]);
        try {
            var person = new Candidate(port).open("/intake/" + link.token() + "/sent/removal");

            assertThat(person.status()).isEqualTo(200);
            person.press("Yes, delete everything");

            assertThat(person.heading()).isEqualTo("Your answers are deleted");
            assertThat(own.isKept(link)).isFalse();
        } finally {
            putFiles(rules, kept);
        }
    }

    private void putFiles(Rulebook rulebook, byte... files) {
        database.sql()
                .sql("update rulebook set files = ? where digest = ?")
                .params(files, rulebook.digest())
                .update();
    }

    @Test
    void itIsErasedAlsoWhereSomebodyAlteredItInTheDatabase() throws IOException {
        var person = sent(WAITS, "en");
        String row = kept(person).reference().code();
        database.sql()
                .sql("update screening set assignee = 'carl' where reference = ?")
                .param(row)
                .update();

        var altered = new Candidate(port).open("/intake/" + person.token() + "/sent");
        assertThat(altered.heading()).isEqualTo("This cannot be shown");
        altered.press("Delete everything that I sent");

        assertThat(altered.heading()).isEqualTo("Your answers are deleted");
        assertThat(own.isKept(new Link(person.token()))).isFalse();
    }

    @Test
    void unknownAndErasedLinksAreAnsweredAlike() throws IOException {
        var person = sent(WAITS, "en");
        String token = person.token();
        screenings.erase(kept(person).reference(), "ana", "asked for");

        for (String page : new String[] {
            "",
            "/sent",
            "/sent/result.pdf",
            "/sent/dates.ics",
            "/sent/letters",
            "/sent/letters.pdf",
            "/sent/removal",
            "/result"
        }) {
            var erased = new Candidate(port).open("/intake/" + token + page);
            var unknown = new Candidate(port).open("/intake/" + "x".repeat(token.length()) + page);
            assertThat(erased.status()).as(page).isEqualTo(404);
            assertThat(unknown.status()).as(page).isEqualTo(404);
            assertThat(erased.text()).as(page).isEqualTo(unknown.text());
        }
    }

    @Test
    void aServiceWithoutAMailServerAsksNobodyAndKeepsNoLink() throws IOException {
        var person = new Candidate(port).open("/intake/" + filledIn(WAITS, "en") + "/handover");
        assertThat(person.document().select("#mails")).isEmpty();

        person.fill("name=Ada", "email=ada@example.org", "consent=true", "mails=true");

        assertThat(person.status()).isEqualTo(200);
        assertThat(kept(person).writtenTo()).isFalse();
        assertThat(person.page("sent").document().select("form.mails")).isEmpty();
        person.send("/intake/" + person.token() + "/sent/mails", "application/x-www-form-urlencoded", "agreed=true");
        assertThat(person.status()).isEqualTo(400);
        assertThat(kept(person).writtenTo()).isFalse();
        assertThat(database.sql()
                        .sql("select count(*) from screening where link_token is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Somebody who has answered and sent all of it. */
    private Candidate sent(String story, String language) throws IOException {
        return new Candidate(port)
                .open("/intake/" + filledIn(story, language) + "/handover")
                .fill("name=Ada", "email=ada@example.org", "consent=true");
    }

    /** The token of a form with all answers in it. */
    private String filledIn(String story, String language) throws IOException {
        Draft draft = drafts.begin(new Language(language));
        String answers = IntakeTest.filledIn(
                JsonMapper.shared().readTree(Files.readString(Path.of("examples/" + story + ".answers.json"))));
        drafts.change(draft.token(), each -> each.withAnswers(answers));
        return draft.token();
    }

    private HttpResponse<byte[]> fetched(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return plain(stripper.getText(document));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static String text(HttpResponse<byte[]> response) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private Screening kept(Candidate person) {
        return own.find(new Link(person.token()));
    }

    private void decide(Candidate person, Decision.Kind kind, @Nullable Verdict verdict, String note) {
        var kept = kept(person);
        screenings.decide(kept.reference(), kept.version(), kind, verdict, Decision.Reason.SEEN_IN_PERSON, note, "ana");
    }
}
