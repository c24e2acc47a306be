package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.store.Database;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is sent and what is answered is JSON where nothing else is said, and whoever would not take it is told before. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SpokenTypesTest {
    private static final String PERSON = "{\"answers\": {}, \"consent\": \"2026-01\"}";

    @LocalServerPort
    private int port;

    private final ApiKeys keys;
    private final Database database;
    private String key = "";

    @Autowired
    SpokenTypesTest(ApiKeys keys, Database database) {
        this.keys = keys;
        this.database = database;
    }

    @BeforeEach
    void makeKey() {
        key = keys.create("types" + UUID.randomUUID(), Role.ADMIN, "test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "image/*",
                "zzz",
                "application/yaml",
                "application/cbor",
                "application/problem+json"
            })
    void whoeverTakesNoJsonIsToldSoBeforeAnythingIsDone(String accept) throws Exception {
        int before = screenings();

        HttpResponse<String> refused = send("POST", "/api/v1/screenings", accept, "application/json", PERSON);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(406);
        assertThat(screenings()).isEqualTo(before);
        assertThat(send(
                                "POST",
                                "/api/v1/keys",
                                accept,
                                "application/json",
                                "{\"name\": \"made\", \"role\": \"INTAKE\"}")
                        .statusCode())
                .isEqualTo(406);
        assertThat(keys.all()).extracting(ApiKeys.ListedKey::name).doesNotContain("made");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json;q=0.1, text/html",
                "application/json, application/problem+json"
            })
    void whoeverTakesJsonToo(String accept) throws Exception {
        assertThat(send("POST", "/api/v1/screenings", accept, "application/json", PERSON)
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "application/cbor",
                "*/*",
                "application/*",
                "text/plain"
            })
    void aBodyThatIsBoundIsJson(String type) throws Exception {
        for (String door :
                new String[] {"POST /api/v1/keys", "POST /api/v1/accounts", "PUT /api/v1/account/password"}) {
            String[] parts = door.split(" ", 2);

            HttpResponse<String> refused = send(parts[0], parts[1], "*/*", type, "{\"name\": \"made\"}");

            assertThat(refused.statusCode()).as(door + refused.body()).isEqualTo(415);
            assertThat(refused.body()).contains("application/json", "Content-Type");
        }
    }

    /** A library would take the fields of such a form apart, and end in an error over half a percent sign. */
    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/accounts/any",
        "DELETE, /api/v1/keys/any",
        "DELETE, /api/v1/screenings/AAAA-BBBB-CCCC",
        "PUT, /",
        "PATCH, /intake",
        "PUT, /any"
    })
    void aFormThatIsNotPostedIsNotTakenApart(String method, String path) throws Exception {
        for (String body : new String[] {"a=%zz", "abc", "{}"}) {
            assertThat(send(method, path, "*/*", "application/x-www-form-urlencoded", body)
                            .statusCode())
                    .as(method + " " + path + " " + body)
                    .isBetween(300, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/xml"})
    void whoeverTakesNoFormOfAnExportIsToldWhichThereAre(String accept) throws Exception {
        HttpResponse<String> refused =
                send("GET", "/api/v1/screenings/export?status=WAITING", accept, "application/json", "");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(406);
        assertThat(refused.body()).contains("application/x-ndjson", "text/csv");
        assertThat(send("GET", "/api/v1/screenings/export", "no type at all", "application/json", "")
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/assessments", "POST /api/v1/screenings", "POST /api/v1/keys"})
    void aBodyThatIsEmptyIsToldSo(String door) throws Exception {
        String[] parts = door.split(" ", 2);

        HttpResponse<String> refused = send(parts[0], parts[1], "*/*", "application/json", "");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("The body is empty");
    }

    @Test
    void anEmptyKeyForRetriesIsRefused() throws Exception {
        HttpResponse<String> refused = new Running(port)
                .send(request("POST", "/api/v1/screenings", "*/*", "application/json", PERSON)
                        .header("Idempotency-Key", ""));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("'Idempotency-Key' is empty");
    }

    private int screenings() {
        return database.sql()
                .sql("select count(*) from screening")
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> send(String method, String path, String accept, String type, String body)
            throws Exception {
        return new Running(port).send(request(method, path, accept, type, body));
    }

    private HttpRequest.Builder request(String method, String path, String accept, String type, String body) {
        return HttpRequest.newBuilder(URI.create(new Running(port).address(path)))
                .header("X-API-Key", key)
                .header("Accept", accept)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
    }
}
