package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.soak.RestartedDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A NUL, which PostgreSQL keeps nowhere, in everything that a request can carry: refused, and never a failure; and what turns
 * the direction of writing, so that a name reads as another one.
 */
@Tag("whole")
@NullUnmarked
final class ControlCharactersTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final List<String> METHODS = List.of("get", "post", "put", "delete");
    private static final String BODY =
            "{\"name\": \"a~\", \"role\": \"admin\", \"present\": \"a~\", \"chosen\": \"a~\", \"version\": 1,"
                    + " \"kind\": \"CONFIRM\", \"reason\": \"AGREED\", \"note\": \"a~\", \"language\": \"a~\", \"consent\": \"a~\","
                    + " \"contact\": {\"name\": \"a~\", \"email\": \"a~\", \"phone\": \"a~\"}, \"answers\": {\"a~\": \"a~\"}}";

    @TempDir
    private static Path folder;

    private static RestartedDatabase database;
    private static RunningService service;
    private static String key;

    @BeforeAll
    static void start() {
        database = new RestartedDatabase(folder.resolve("postgres").toAbsolutePath());
        service = RunningService.on(Shipped.FOLDER, "--spring.datasource.url=" + database.url());
        key = service.bean(ApiKeys.class).create("controls", Role.ADMIN, "test");
    }

    @AfterAll
    static void end() {
        service.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/api/v1/account/password|{\"present\": \"x\", \"chosen\": \"\\u0000aaaaaaaaaaaaaaaa\"}|/chosen",
                "POST|/api/v1/keys|{\"name\": \"a\\u0000\", \"role\": \"intake\"}|/name",
                "POST|/api/v1/screenings/AAAA-BBBB-CCCC/decisions|{\"version\": 1, \"kind\": \"CONFIRM\", \"reason\": \"AGREED\", \"note\": \"a\\u0000\"}|/note",
                "POST|/api/v1/keys|{\"name\": \"a\\u202eb\", \"role\": \"intake\"}|/name",
                "POST|/api/v1/screenings|{\"consent\": \"1\", \"contact\": {\"name\": \"a\\u2066b\"}, \"answers\": {}}|line 1, column"
            })
    void aTextWithOneIsRefusedWithItsPlace(String method, String path, String body, String place) {
        HttpResponse<String> refused = service.send(service.request(path)
                .header("X-API-Key", key)
                .header("Content-Type", JSON)
                .method(method, BodyPublishers.ofString(body))
                .build());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(place);
    }

    @Test
    void noOperationOfTheApiFailsOnOne() {
        var failed = new ArrayList<String>();
        int sent = 0;
        for (Map.Entry<String, JsonNode> path :
                service.json("/v3/api-docs").path("paths").properties()) {
            for (String method : METHODS) {
                for (HttpRequest request :
                        requests(path.getKey(), method, path.getValue().path(method))) {
                    sent++;
                    int status = service.send(request).statusCode();
                    if (status >= 500) {
                        failed.add(method + " " + request.uri() + ": " + status);
                    }
                }
            }
        }

        assertThat(sent).isGreaterThan(20);
        assertThat(failed).isEmpty();
    }

    /** One with a NUL in the path and the body, and one for each parameter with a NUL in that. */
    private static List<HttpRequest> requests(String path, String method, JsonNode operation) {
        if (operation.isMissingNode()) {
            return List.of();
        }
        var addresses = new ArrayList<String>();
        addresses.add(path.replaceAll("\\{[^}]+}", "a%01b"));
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").stringValue().equals("query")) {
                addresses.add(path.replaceAll("\\{[^}]+}", "A2345678") + "?"
                        + parameter.path("name").stringValue() + "=a%00b");
            }
        }
        String type = operation.path("requestBody").path("content").propertyNames().stream()
                .findFirst()
                .orElse(JSON);
        return addresses.stream()
                .map(address -> service.request(address)
                        .header("X-API-Key", key)
                        .header("Content-Type", type)
                        .header("Idempotency-Key", "a")
                        .method(
                                method.toUpperCase(Locale.ROOT),
                                operation.has("requestBody")
                                        ? BodyPublishers.ofString(BODY.replace("~", "\\u0000"))
                                        : BodyPublishers.noBody())
                        .build())
                .toList();
    }

    @Test
    void noSearchOfTheAuditLogFailsOnOne() {
        var found = service.send(service.request("/api/v1/audit?subject=a%00b")
                .header("X-API-Key", key)
                .build());

        assertThat(found.statusCode()).isEqualTo(400);
    }

    @Test
    void noSignInFailsOnOne() {
        String both = Base64.getEncoder().encodeToString("a\u0000b:a\u0000b".getBytes(StandardCharsets.UTF_8));

        var basic = service.send(service.request("/api/v1/screenings")
                .header("Authorization", "Basic " + both)
                .build());

        assertThat(basic.statusCode()).isEqualTo(401);
        assertThat(form("/login", "username=a%00b&password=a%00b").statusCode()).isLessThan(500);
    }

    @Test
    void noPageFailsOnOne() {
        var begun = form("/intake", "language=en");
        String address = begun.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
        String draft = address.replaceFirst("(/intake/[^/]+).*", "$1");

        for (String fields : List.of(
                "name=a%00b&email=a%40b&phone=1&consent=true",
                "name=a&email=a%00%40b&consent=true",
                "name=a%E2%80%AEb&email=a%40b&phone=1&consent=true",
                "name=a%E2%81%A9b&email=a%40b&phone=1&consent=true")) {
            assertThat(form(draft + "/handover", fields).statusCode()).isEqualTo(400);
        }
        assertThat(form(address.split("\\?", 2)[0], "answer=a%00b").statusCode())
                .isLessThan(500);
        assertThat(service.get("/intake/a%00b/sent").statusCode()).isLessThan(500);
    }

    @Test
    void noLineOfAFileFailsOnOne() {
        for (String[] file : new String[][] {
            {"application/x-ndjson", "{\"consent\": \"1\", \"name\": \"a\\u0000\", \"answers\": {}}\n"},
            {"application/x-ndjson", "{\"consent\": \"1\", \"name\": \"a\u202ab\", \"answers\": {}}\n"},
            {"text/csv", "consent,name\n1,a\u0000\na\u0000,b\n"},
            {"text/csv", "consent,name\n1,a\u2067b\n"}
        }) {
            var imported = service.send(service.request("/api/v1/screenings/import")
                    .header("X-API-Key", key)
                    .header("Content-Type", file[0])
                    .POST(BodyPublishers.ofString(file[1]))
                    .build());

            assertThat(imported.statusCode()).isEqualTo(200);
            JsonNode report = JsonMapper.shared().readTree(imported.body());
            assertThat(report.path("kept").isEmpty()).isTrue();
            assertThat(report.path("refused").isEmpty()).isFalse();
        }
    }

    private static HttpResponse<String> form(String path, String fields) {
        return service.send(service.request(path)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(fields))
                .build());
    }
}
