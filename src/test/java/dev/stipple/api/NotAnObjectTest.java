package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body that is JSON but no object says nothing that a door could take, least of all "no answers". */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NotAnObjectTest {
    private static final String JSON = "application/json";
    private static final String KEPT = "{\"consent\": \"2026-01\", \"answers\": {\"candidate\": {\"ageYears\": 40}}}";

    @LocalServerPort
    private int port;

    private final RequestMappingHandlerMapping doors;
    private final ApiKeys keys;
    private String key = "";

    @Autowired
    NotAnObjectTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors, ApiKeys keys) {
        this.doors = doors;
        this.keys = keys;
    }

    @BeforeEach
    void makeKey() {
        key = keys.create("whole" + UUID.randomUUID(), Role.ADMIN, "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{}]", "\"answers\"", "true", "1", "{\"answers\": null}"})
    void everyDoorThatReadsJsonRefusesIt(String body) throws Exception {
        String reference = reference(post("/api/v1/screenings", JSON, KEPT));
        var paths = Doors.of(doors, NotAnObjectTest::reads)
                .map(path -> path.replace("{reference}", reference)
                        .replace("/Questionnaire/{id}", "/Questionnaire/intake")
                        .replace("/rules/{id}", "/rules/AGE-01")
                        .replace("/cds-services/{id}", "/cds-services/suitability"))
                .toList();
        assertThat(paths)
                .contains("POST /api/v1/assessments", "POST /api/v1/accounts", "POST /api/v1/rules/AGE-01/why-not")
                .contains("POST /api/v1/screenings/" + reference + "/revisions")
                .contains("POST /fhir/QuestionnaireResponse", "POST /surveyjs/assessments");

        for (String door : paths) {
            String[] parts = door.split(" ", 2);
            String query = parts[1].endsWith("/revisions") ? "?version=1" : "";

            HttpResponse<String> refused = send(parts[0], parts[1] + query, JSON, body);

            assertThat(refused.statusCode()).as("%s %s", door, refused.body()).isIn(400, 422);
        }
        assertThat(get("/api/v1/screenings/" + reference).path("version").intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/assessments", "/api/v1/screenings", "/surveyjs/assessments"})
    void theWholeIsNamedAsThePlace(String path) throws Exception {
        HttpResponse<String> refused = post(path, JSON, "null");

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode faults = JsonMapper.shared().readTree(refused.body()).path("errors");
        assertThat(faults.path(0).path("pointer").stringValue()).isEmpty();
        assertThat(faults.path(0).path("problem").stringValue()).isEqualTo("this is not an object");
    }

    @Test
    void aLineOfAnImportThatIsNoneIsRefusedAndTheOthersAreKept() throws Exception {
        HttpResponse<String> report = post("/api/v1/screenings/import", "application/x-ndjson", "null\n[]\n1\n" + KEPT);

        JsonNode told = JsonMapper.shared().readTree(report.body());
        assertThat(told.path("kept").size()).isEqualTo(1);
        assertThat(told.path("refused")
                        .valueStream()
                        .map(each -> each.path("line").intValue()))
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/fhir/QuestionnaireResponse|{'resourceType': 'QuestionnaireResponse', 'status': 'completed', 'item':"
                        + " [null]}",
                "/api/v1/assessments|{'answers': {'scars': [null]}}",
                "/surveyjs/assessments|{'scars': [null]}",
                "/cds-services/suitability|{'hook': 'patient-view', 'hookInstance': '1', 'context': {'userId': 'P/1',"
                        + " 'patientId': '1'}, 'prefetch': {'answers': {'resourceType': 'Bundle', 'entry': [null]}}}"
            })
    void nothingInAListIsNoEntryOfIt(String path, String body) throws Exception {
        HttpResponse<String> refused = post(path, JSON, body.replace('\'', '"'));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    }

    private static boolean reads(HandlerMethod door) {
        return Stream.of(door.getMethodParameters()).anyMatch(each -> each.hasParameterAnnotation(RequestBody.class));
    }

    private static String reference(HttpResponse<String> kept) {
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(kept.body()).path("reference").stringValue();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send("GET", path, JSON, "").body());
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send("POST", path, type, body);
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return new Running(port).send(method, path.replaceAll("[{}]", ""), key, type, body);
    }
}
