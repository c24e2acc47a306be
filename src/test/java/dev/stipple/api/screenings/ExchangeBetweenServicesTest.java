package dev.stipple.api.screenings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one service exports another imports, with a database and keys of its own. */
@Tag("whole")
class ExchangeBetweenServicesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCREENINGS = "/api/v1/screenings";
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final List<String> TRAVELS =
            List.of("answers", "given", "contact", "consent", "language", "verdict");

    @TempDir
    private Path folder;

    private Desk from;
    private Desk to;

    /** One of the services, and a consultant's key to it. */
    private record Desk(RunningService service, String key) {
        static Desk in(Path data) {
            var service = RunningService.on(Path.of("rules"), "--stipple.data=" + data);
            return new Desk(service, service.bean(ApiKeys.class).create("program", Role.CONSULTANT, "test"));
        }

        HttpResponse<String> send(HttpRequest.Builder request) {
            return service.send(request.header("X-API-Key", key).build());
        }

        HttpResponse<String> post(String path, String type, String body) {
            return send(service.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
        }

        String export(String type) {
            return send(service.request(SCREENINGS + "/export").header("Accept", type))
                    .body();
        }

        /** Everybody in the order of the list, as far as they travel. */
        List<JsonNode> people() {
            return export(JSON_LINES)
                    .lines()
                    .map(line -> (JsonNode) ((ObjectNode) JSON.readTree(line)).retain(TRAVELS))
                    .toList();
        }
    }

    @BeforeEach
    void start() {
        from = Desk.in(folder.resolve("from"));
        to = Desk.in(folder.resolve("to"));
    }

    @AfterEach
    void stop() {
        from.service().close();
        to.service().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON_LINES, CSV})
    void theOtherHasTheSameList(String type) throws Exception {
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        keep("man-recent-transplant", "", "{\"name\": \"José, \\\"Pepe\\\"\", \"phone\": \"+33 6 12\"}", "fr");
        keep("woman-alopecia-totalis", "?given=" + today, "{\"name\": \"=Ana\", \"email\": \"ana@example.org\"}", "en");
        String decided = keep("woman-missing-answers", "?given=2026-01-31", "{}", "en");
        String revised = keep("man-fut-and-fue-scars", "", "{\"name\": \"Cid\"}", "en");
        assertThat(from.post(
                                SCREENINGS + "/" + decided + "/decisions",
                                "application/json",
                                "{\"version\": 1, \"kind\": \"OVERRULE\", \"verdict\": \"DEFER\", \"reason\":"
                                        + " \"OTHER\", \"note\": \"seen\"}")
                        .body())
                .contains("\"note\":\"seen\"");
        assertThat(from.post(
                                SCREENINGS + "/" + revised + "/revisions?version=1",
                                "application/json",
                                "{\"answers\": " + answers("man-very-fair-skin") + "}")
                        .statusCode())
                .isEqualTo(200);

        JsonNode report = JSON.readTree(
                to.post(SCREENINGS + "/import", type, from.export(type)).body());

        assertThat(report.path("refused")).as(report.toString()).isEmpty();
        assertThat(report.path("kept")).hasSize(4);
        assertThat(to.people()).hasSize(4).isEqualTo(from.people());
        assertThat(StreamSupport.stream(report.path("leftOut").spliterator(), false)
                        .map(JsonNode::asString))
                .contains("reference", "receivedAt", "status", "verdict", "decided")
                .doesNotContainAnyElementsOf(TRAVELS.subList(0, 5));
    }

    private String keep(String story, String query, String contact, String language) throws Exception {
        String body = "{\"answers\": %s, \"consent\": \"2026-01\", \"language\": \"%s\", \"contact\": %s}"
                .formatted(answers(story), language, contact);
        HttpResponse<String> kept = from.post(SCREENINGS + query, "application/json", body);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        return JSON.readTree(kept.body()).path("reference").asString();
    }

    private static String answers(String story) throws Exception {
        return Files.readString(Path.of("examples", story + ".answers.json"));
    }
}
