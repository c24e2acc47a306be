package dev.stipple.api.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.FreePort;
import dev.stipple.Service;
import dev.stipple.api.Clients;
import dev.stipple.api.Running;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prism stands between a client and the service, and tells where either does not keep to the published document. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractProxyTest {
    private static final String JSON = "application/json";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private String proxy = "";
    private @Nullable Process prism;

    @BeforeAll
    void start() throws Exception {
        Clients.fetch();
        String document = new Running(port).get("/v3/api-docs", JSON).body();
        Path file = Files.createDirectories(Path.of("target/openapi")).resolve("proxied.json");
        Files.writeString(file, document);
        int free = FreePort.next();
        proxy = "http://127.0.0.1:" + free;
        Process process = new ProcessBuilder(
                        Clients.MODULES.resolve(".bin/prism").toString(),
                        "proxy",
                        file.toString(),
                        "http://localhost:" + port,
                        "-p",
                        Integer.toString(free),
                        "--no-multiprocess")
                .redirectErrorStream(true)
                .start();
        prism = process;
        awaitListening(process.inputReader());
    }

    @AfterAll
    void stop() {
        if (prism != null) {
            prism.destroy();
        }
    }

    @Test
    void whatThisServiceAnswersIsWhatItsDocumentSays() throws Exception {
        for (String path : List.of(
                "/api/v1/questionnaire",
                "/api/v1/rules",
                "/api/v1/rules/AGE-01",
                "/api/v1/rulebook",
                "/surveyjs/survey",
                "/fhir/Questionnaire/intake",
                "/cds-services")) {
            keptBySender(200, get(path));
        }
        keptBySender(404, get("/api/v1/rules/NONE-1"));
        keptBySender(404, get("/fhir/Questionnaire/other"));
        for (String story : List.of("man-recent-transplant", "woman-missing-answers", "bald-man-shaved-look")) {
            String body = "{\"answers\": " + Files.readString(Path.of("examples", story + ".answers.json")) + "}";
            keptBySender(200, post("/api/v1/assessments", JSON, body));
            keptBySender(200, post("/api/v1/counterfactuals", JSON, body));
            keptBySender(200, post("/api/v1/rules/TRA-02/why-not", JSON, body));
        }
        keptBySender(200, post("/surveyjs/assessments", JSON, "{\"candidate_ageYears\": 40}"));
        keptBySender(
                200,
                post(
                        "/fhir/QuestionnaireResponse",
                        "application/fhir+json",
                        "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"in-progress\"}"));
    }

    @Test
    void whatTheDocumentForbidsIsRefusedByTheServiceToo() throws Exception {
        for (String body : List.of(
                "{\"answers\": {\"candidate\": {\"ageYears\": \"old\"}}}",
                "{\"answers\": {\"candidate\": {\"age\": 1}}}",
                "{\"answers\": 1}",
                "{}")) {
            var answer = post("/api/v1/assessments", JSON, body);

            assertEquals(422, answer.statusCode(), body);
            assertEquals(List.of("request"), sides(answer), body);
        }
    }

    @Test
    void whoShowsNoCredentialsIsToldSoByBoth() throws Exception {
        var answer = get("/api/v1/screenings");

        assertEquals(401, answer.statusCode());
        assertEquals(List.of("request"), sides(answer));
    }

    private static void keptBySender(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), () -> answer.uri() + ": " + answer.body());
        assertEquals(List.of(), sides(answer), () -> answer.uri() + ": " + answer.headers());
    }

    /** Who did not keep to the document: request or response. */
    private static List<String> sides(HttpResponse<String> answer) {
        return answer.headers().allValues("sl-violations").stream()
                .flatMap(violations -> JsonMapper.shared().readTree(violations).valueStream())
                .map(violation -> violation.path("location").path(0))
                .map(JsonNode::stringValue)
                .distinct()
                .toList();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(proxy + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(proxy + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void awaitListening(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Prism is listening")) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError(said.toString());
    }
}
