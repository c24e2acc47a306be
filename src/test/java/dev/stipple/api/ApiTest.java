package dev.stipple.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client on the network meets it. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @Test
    void anExampleIsAnsweredAsTheCommandLineAnswersIt() throws Exception {
        var answers = Files.readString(Path.of("examples/man-recent-transplant.answers.json"));

        var response = post(
                "/api/v1/assessments?detail=full&asOf=2026-11-28",
                "{\"answers\": " + answers + ", \"language\": \"en\"}");

        assertEquals(200, response.statusCode());
        assertEquals(
                JSON.readTree(Files.readString(Path.of("examples/man-recent-transplant.assessment.json"))),
                JSON.readTree(response.body()));
    }

    /** Where the body names no language, the one counts that a browser prefers; a region is a way to speak it. */
    @ParameterizedTest
    @CsvSource({
        "'', fr-CH, Ne convient pas",
        "'', 'de, fr;q=0.5, en;q=0.1', Ne convient pas",
        "'', de, Not suitable",
        "'', '*', Not suitable",
        "en, fr, Not suitable",
        "fr-FR, en, Ne convient pas",
        "en-GB, fr, Not suitable",
    })
    void anAnswerIsInTheLanguageThatIsAskedFor(String named, String accepted, String told) throws Exception {
        String answers = "{\"candidate\": {\"ageYears\": 12}}";
        String language = named.isEmpty() ? "" : ", \"language\": \"" + named + "\"";
        String query = named.isEmpty() ? "" : "&language=" + named;

        for (var asked : Map.of(
                        "/api/v1/assessments?detail=full",
                        "{\"answers\": " + answers + language + "}",
                        "/surveyjs/assessments?detail=full" + query,
                        "{\"candidate_ageYears\": 12}")
                .entrySet()) {
            var response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + asked.getKey()))
                                    .header("Content-Type", "application/json")
                                    .header("Accept-Language", accepted)
                                    .POST(BodyPublishers.ofString(asked.getValue()))
                                    .build(),
                            BodyHandlers.ofString());

            assertEquals(200, response.statusCode(), response.body());
            assertTrue(response.body().contains(told), response.body());
        }
    }

    @Test
    void theShortAnswerIsTheDefaultAndShort() throws Exception {
        for (Path file : stories()) {
            var response = post("/api/v1/assessments", "{\"answers\": " + Files.readString(file) + "}");

            JsonNode answer = JSON.readTree(response.body());
            assertEquals("summary", answer.propertyNames().iterator().next());
            assertFalse(answer.path("summary").path("line").stringValue().isEmpty());
            assertFalse(answer.has("findings"));
            assertTrue(response.body().getBytes(StandardCharsets.UTF_8).length < 6_000, file.toString());
        }
    }

    /** Each representation has a mark of its own. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/questionnaire, application/json",
        "/api/v1/questionnaire, application/schema+json",
        "/fhir/Questionnaire/intake, application/fhir+json",
        "/surveyjs/survey, application/json"
    })
    void theQuestionnaireIsCompressedAndSentAgainOnlyWhenItHasChanged(String path, String type) throws Exception {
        var running = new Running(port);
        var request = HttpRequest.newBuilder(URI.create(running.address(path))).header("Accept", type);
        var plain = running.send(request);
        String mark = plain.headers().firstValue("ETag").orElseThrow();

        var packed = HttpClient.newHttpClient()
                .send(request.copy().header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        var again = running.send(request.copy().header("If-None-Match", mark));

        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        assertTrue(packed.body().length < plain.body().length() / 3, packed.body().length + " bytes");
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @Test
    void anUnknownDetailOrDayIsRefusedByName() throws Exception {
        var detail = post("/api/v1/assessments?detail=all", "{\"answers\": {}}");
        var day = post("/api/v1/assessments?asOf=tomorrow", "{\"answers\": {}}");

        assertEquals(400, detail.statusCode());
        assertTrue(detail.body().contains("use summary or full"), detail.body());
        assertProblem(detail);
        assertEquals(400, day.statusCode());
        assertProblem(day);
    }

    private static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            return files.filter(file -> file.toString().endsWith(".answers.json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void assessmentsAreCountedByVerdictAndFindingsByRule() throws Exception {
        post("{\"answers\": " + Files.readString(Path.of("examples/man-recent-transplant.answers.json")) + "}");

        assertTrue(meters.get("stipple.assessments")
                        .tag("verdict", "DEFER")
                        .timer()
                        .count()
                > 0);
        assertTrue(
                meters.get("stipple.findings").tag("rule", "TRA-02").counter().count() > 0);
        assertTrue(meters.get("stipple.rulebook.loaded").timeGauge().value() > 0);
    }

    @Test
    void nothingAnsweredIsUndecidedAndNeverANo() throws Exception {
        JsonNode assessment = JSON.readTree(post("{\"answers\": {}}").body());

        assertEquals("UNDECIDED", assessment.path("verdict").stringValue());
        assertEquals(0, assessment.path("findings").size());
    }

    @Test
    void frenchIsAnsweredInFrench() throws Exception {
        JsonNode assessment =
                JSON.readTree(post("{\"answers\": {\"candidate\": {\"ageYears\": 12}}, \"language\": \"fr\"}")
                        .body());

        assertEquals("Ne convient pas", assessment.path("verdictName").stringValue());
    }

    @Test
    void whatIsNotJsonIsABadRequest() throws Exception {
        var response = post("{\"answers\": {");

        assertEquals(400, response.statusCode());
        assertProblem(response);
    }

    @Test
    void everyFaultOfTheAnswersIsNamedWithItsPointer() throws Exception {
        var response = post("{\"answers\": {\"candidate\": {\"ageYears\": \"33\", \"sex\": 1}}, \"langage\": \"en\"}");

        assertEquals(422, response.statusCode());
        assertProblem(response);
        assertEquals(
                "[\"/answers/candidate/ageYears\",\"/answers/candidate/sex\",\"/langage\"]",
                JSON.writeValueAsString(
                        JSON.readTree(response.body()).path("errors").findValuesAsString("pointer")));
    }

    @Test
    void aBodyThatIsNoObjectOrHasNoAnswersIsRefused() throws Exception {
        assertEquals(422, post("[]").statusCode());
        assertEquals(422, post("{}").statusCode());
        assertEquals(422, post("{\"answers\": null}").statusCode());
    }

    @Test
    void theQuestionnaireTellsEveryQuestionInBothLanguages() throws Exception {
        JsonNode questionnaire = JSON.readTree(get("/api/v1/questionnaire").body());

        assertEquals(
                "candidate", questionnaire.path("groups").path(0).path("id").stringValue());
        assertTrue(questionnaire.findValues("fr").size() > 200);
    }

    @Test
    void everyRuleCanBeRead() throws Exception {
        JsonNode rules = JSON.readTree(get("/api/v1/rules").body());

        for (JsonNode rule : rules) {
            assertEquals(
                    200, get("/api/v1/rules/" + rule.path("id").stringValue()).statusCode());
        }
        assertProblem(get("/api/v1/rules/NON-99"));
        assertEquals(404, get("/api/v1/rules/NON-99").statusCode());
    }

    @Test
    void itCanBeAskedWhyARuleDidNotFire() throws Exception {
        String body = "{\"answers\": {\"candidate\": {\"ageYears\": 30}}}";

        JsonNode card = JSON.readTree(post("/api/v1/rules/AGE-01/why-not", body).body());

        assertEquals(false, card.path("fired").booleanValue());
        assertEquals(
                "/candidate/ageYears",
                card.path("failed").path(0).path("pointer").stringValue());
        assertEquals(404, post("/api/v1/rules/NON-99/why-not", body).statusCode());
        assertEquals(422, post("/api/v1/rules/AGE-01/why-not", "{}").statusCode());
    }

    private static void assertProblem(HttpResponse<String> response) {
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("content-type").orElse(""));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post("/api/v1/assessments?detail=full", body);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return new Running(port).post(path, "application/json", body);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return new Running(port).get(path, "*/*");
    }
}
