package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stipple.RunningService;
import dev.stipple.Small;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.Columns;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.api.schema.AnswersSchema;
import dev.stipple.authoring.Planted;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.reasoning.impact.Impact;
import dev.stipple.reasoning.proof.Proof;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.DecodedText;
import dev.stipple.text.RulesFolder;
import dev.stipple.web.Candidate;
import dev.stipple.web.console.Consultant;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions that take free words, through every door: told everywhere, decided upon nowhere, and no log has the answer. */
@Tag("whole")
@ExtendWith(OutputCaptureExtension.class)
final class FreeTextTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SAID = "Quillfeather";
    private static final String WORDS = SAID + "’s oil, twice;\n=a day, \"neat\" | <b>";
    private static final String PASSWORD = "a-long-enough-password";
    private static final RulesFolder FOLDER = Planted.all().stream()
            .filter(planted -> planted.name().equals("free-text/accepted"))
            .findFirst()
            .orElseThrow()
            .folder();
    private static final Rulebook RULEBOOK = Rulebook.load(FOLDER);
    private static final String ADULT =
            "\"person\": {\"ageYears\": 40, \"smokes\": false}, \"scars\": [], \"skin\": {\"tone\": \"LIGHT\","
                    + " \"marks\": [\"NONE\"]";

    @TempDir
    private Path folder;

    @Test
    void everyDoorTakesTheWordsAndNoneDecidesUponThem(CapturedOutput output) throws Exception {
        Small.write(FOLDER, folder);
        try (var service = RunningService.on(folder, "--logging.level.root=DEBUG")) {
            assess(service);
            refuse(service);
            survey(service);
            fhir(service);
            pages(service);

            assertThat(output.getAll()).contains("/api/v1/assessments").doesNotContain(SAID);
            assertThat(service.bean(MeterRegistry.class).getMeters().stream()
                            .map(Meter::getId)
                            .toList()
                            .toString())
                    .contains("stipple.")
                    .doesNotContain(SAID, "remarks");
            assertThat(dump(service)).contains("screening").doesNotContain(SAID);
        }
    }

    private static void assess(RunningService service) {
        var told =
                service.post("/api/v1/assessments", "{\"answers\": {" + ADULT + ", \"remarks\": " + quoted() + "}}}");
        var silent = service.post("/api/v1/assessments", "{\"answers\": {" + ADULT + "}}}");

        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(told.body()).isEqualTo(silent.body());
        JsonNode question = service.json("/api/v1/questionnaire").findParents("id").stream()
                .filter(each -> each.path("id").stringValue().equals("remarks"))
                .findFirst()
                .orElseThrow();
        assertThat(question.path("type").stringValue()).isEqualTo("text");
        assertThat(question.path("maxLength").intValue()).isEqualTo(500);
    }

    private static void refuse(RunningService service) {
        for (String wrong : List.of("\"\"", "\" \\n\"", "7", "[\"" + SAID + "\"]", "\"" + SAID.repeat(42) + "\"")) {
            var refused =
                    service.post("/api/v1/assessments", "{\"answers\": {\"skin\": {\"remarks\": " + wrong + "}}}");

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("/answers/skin/remarks", "a text of at most 500 characters")
                    .doesNotContain(SAID);
        }
        var unasked = service.post(
                "/api/v1/assessments",
                "{\"answers\": {\"scars\": [{\"kind\": \"FUE\", \"story\": " + quoted() + "}]}}");
        assertThat(unasked.statusCode()).isEqualTo(422);
        assertThat(unasked.body())
                .contains("/answers/scars/0/story", "scars.kind is one of FUT")
                .doesNotContain(SAID);
    }

    private static void survey(RunningService service) {
        JsonNode field = service.json("/surveyjs/survey").findParents("type").stream()
                .filter(each -> each.path("name").asString("").equals("skin_remarks"))
                .findFirst()
                .orElseThrow();
        var assessed = service.post(
                "/surveyjs/assessments",
                "{\"person_ageYears\": 40, \"person_smokes\": false, \"scars_any\": false, \"skin_tone\": \"LIGHT\","
                        + " \"skin_marks\": [\"NONE\"], \"skin_remarks\": " + quoted() + "}");

        assertThat(field.path("type").stringValue()).isEqualTo("comment");
        assertThat(field.path("maxLength").intValue()).isEqualTo(500);
        assertThat(assessed.statusCode()).as(assessed.body()).isEqualTo(200);
        assertThat(assessed.body()).contains("\"verdict\":\"SUITABLE\"").doesNotContain(SAID);
    }

    private static void fhir(RunningService service) {
        JsonNode item = service.json("/fhir/Questionnaire/intake").findParents("linkId").stream()
                .filter(each -> each.path("linkId").stringValue().equals("skin.remarks"))
                .findFirst()
                .orElseThrow();
        String response = """
            {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [{"linkId": "skin", "item":
              [{"linkId": "skin.remarks", "answer": [{"%s": %s}]}]}]}\
            """;

        var taken = service.post("/fhir/QuestionnaireResponse", response.formatted("valueString", quoted()));
        var refused = service.post("/fhir/QuestionnaireResponse", response.formatted("valueInteger", "7"));

        assertThat(item.path("type").stringValue()).isEqualTo("string");
        assertThat(item.path("maxLength").intValue()).isEqualTo(500);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.body()).doesNotContain(SAID);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("this is no text", "valueString");
    }

    private static void pages(RunningService service) throws IOException, InterruptedException {
        var person = new Candidate(service.port()).begin();
        person.question("person.ageYears")
                .answer("40")
                .question("person.smokes")
                .answer("false");
        person.question("skin.tone").answer("LIGHT").question("skin.marks").answer("NONE");
        person.question("skin.remarks");
        assertThat(person.text()).contains("What else about your skin?", "For example what you put on it.");
        person.answer("x".repeat(501));
        assertThat(person.status()).isEqualTo(422);
        assertThat(person.text()).contains("Write something, in at most 500 characters");
        person.answer(WORDS.replace("\n", "\r\n"));
        person.page("pages/scars").answerIn("scars", "scars");
        assertThat(person.document().select("#f-scars-story-1").hasAttr("hidden"))
                .isTrue();
        person.question("scars.kind/1").answer("FUT");
        assertThat(person.document().select("#f-scars-story-1").hasAttr("hidden"))
                .isFalse();
        assertThat(person.text()).contains("What happened then?", "at most 500 characters");
        person.answerIn("scars.story/1", "");
        person.question("scars.monthsOld/1").answer("24");
        assertThat(person.path()).endsWith("/check");
        assertThat(person.text()).contains("Nothing added", WORDS.replace("\n", " "));
        assertThat(paper(service, person)).contains("In your own words", SAID, "=a day");
        person.page("handover").fill("name=Ada", "email=ada@example.org", "consent=true");
        assertThat(person.heading()).isEqualTo("Your answers have been sent");
        desk(service);
    }

    private static String paper(RunningService service, Candidate person) throws IOException {
        try {
            byte[] pdf = java.net.http.HttpClient.newHttpClient()
                    .send(
                            service.request("/intake/" + person.token() + "/result.pdf")
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
            try (var document = Loader.loadPDF(pdf)) {
                return new PDFTextStripper().getText(document);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void desk(RunningService service) throws IOException {
        var accounts = service.bean(Accounts.class);
        accounts.changePassword("ada", accounts.create("ada", Role.CONSULTANT, "test"), PASSWORD);
        String key = service.bean(ApiKeys.class).create("ada-s-key", Role.CONSULTANT, "test");
        String csv = service.send(service.request("/api/v1/screenings/export")
                        .header("X-API-Key", key)
                        .header("Accept", "text/csv")
                        .build())
                .body();
        String reference = csv.lines().skip(1).findFirst().orElseThrow().split(",", 2)[0];
        var consultant =
                new Consultant(service.port()).signIn("ada", PASSWORD).open("/console/screenings/" + reference);
        assertThat(consultant.text(".answers")).contains("What else about your skin?", SAID, "please read");

        consultant.open("/console/screenings/" + reference + "/what-if");
        assertThat(consultant.document().select("textarea").eachText()).anyMatch(text -> text.contains(SAID));
        consultant.press("See what comes out", Map.of("person.ageYears", "41"));
        consultant.press("Keep these answers as a new revision");
        assertThat(consultant.text(".answers")).contains("41 years", SAID);

        assertThat(csv).contains("'=a day");
        String again = service.send(service.request("/api/v1/screenings/import")
                        .header("X-API-Key", service.bean(ApiKeys.class).create("a-clinic", Role.ADMIN, "test"))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv))
                        .build())
                .body();
        assertThat(again).doesNotContain("\"faults\":[{");
    }

    private static String dump(RunningService service) {
        return String.join(
                "\n",
                JdbcClient.create(service.bean(DataSource.class))
                        .sql("script")
                        .query(String.class)
                        .list());
    }

    @Test
    void theSchemaAndTheReaderAgreeOnEveryBody() {
        long seed = System.nanoTime();
        var bodies = new RandomAnswers(RULEBOOK.questionnaire(), new Random(seed));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(AnswersSchema.of(RULEBOOK.questionnaire()));
        for (int i = 0; i < 3000; i++) {
            JsonNode body = bodies.body();

            assertThat(isRead(body))
                    .as(() -> "seed " + seed + ": " + body)
                    .isEqualTo(schema.validate(body).isEmpty());
        }
    }

    private static boolean isRead(JsonNode body) {
        try {
            AnswersReader.read(RULEBOOK.questionnaire(), body, List.of());
            return true;
        } catch (InvalidAnswers e) {
            return false;
        }
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() throws IOException {
        var people = new GeneratedPeople(RULEBOOK.questionnaire(), 7);
        List<Answers> all = Stream.generate(people::complete).limit(300).toList();
        var csv = new StringWriter();
        try (var printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(Columns.names(RULEBOOK.questionnaire()));
            for (Answers each : all) {
                printer.printRecord(Columns.cells(each));
            }
        }
        var bytes = new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
        var read = new ArrayList<Answers>();
        AnswersFile.csv(new DecodedText(bytes, StandardCharsets.UTF_8), RULEBOOK.questionnaire(), Map.of())
                .forEachRemaining(row -> read.add(AnswersFile.answers(RULEBOOK.questionnaire(), row.read())));

        assertThat(read).isEqualTo(all);
        assertThat(all.stream().flatMap(each -> lengths(each)).collect(Collectors.toSet()))
                .contains(Question.Text.LONGEST)
                .hasSizeGreaterThan(50);
    }

    private static Stream<Integer> lengths(Answers person) {
        return person.texts().stream().flatMap(slot -> person.text(slot).map(String::length).stream());
    }

    @Test
    void wordsGoWithTheQuestionThatAskedForThem() {
        Answers told = Small.answers(
                RULEBOOK.questionnaire(), "{'scars': [{'kind': 'FUT', 'monthsOld': 7, 'story': 'a fall'}]}");
        var scars = RULEBOOK.questionnaire().group("scars").orElseThrow();
        var story = new TextSlot(scars, 0, scars.texts().get(0));

        assertThat(told.text(story)).contains("a fall");
        assertThat(told.with(story, null).json())
                .isEqualTo(Map.of("scars", List.of(Map.of("kind", "FUT", "monthsOld", 7))));
        assertThat(told.unanswered()).extracting(slot -> slot.pointer()).doesNotContain("/skin/remarks");
        assertThat(Small.answers(RULEBOOK.questionnaire(), "{'scars': [{'kind': 'FUE'}]}")
                        .with(story, "a fall")
                        .applicable()
                        .text(story))
                .isEmpty();
        assertThat(told.toString() + told.entries(scars)).doesNotContain("a fall");
    }

    @Test
    void nothingThatIsProvedHangsOnWords() {
        var difference = Impact.between(Small.rulebook(), RULEBOOK);

        assertThat(difference.isEquivalent()).isTrue();
        assertThat(difference.incomparable()).isEmpty();
        assertThat(Proof.of(RULEBOOK, List.of()).failures())
                .extracting(failure -> failure.kind() + " " + failure.subject())
                .isEqualTo(Proof.of(Small.rulebook(), List.of()).failures().stream()
                        .map(failure -> failure.kind() + " " + failure.subject())
                        .toList());
    }

    private static String quoted() {
        return JSON.writeValueAsString(WORDS);
    }
}
