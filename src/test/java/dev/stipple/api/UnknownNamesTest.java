package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Who looks after accounts and keys and mistypes a name is told so, and not that it is done. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UnknownNamesTest {
    @LocalServerPort
    private int port;

    private final RequestMappingHandlerMapping doors;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final AuditLog audit;

    @Autowired
    UnknownNamesTest(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors,
            Accounts accounts,
            ApiKeys keys,
            AuditLog audit) {
        this.doors = doors;
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
    }

    @Test
    void everyDoorThatTakesANameSaysThatThereIsNoneAndTheLogTellsOfNothing() throws Exception {
        String admin = keys.create(name(), Role.ADMIN, "test");
        List<String> named = Doors.of(doors, door -> true)
                .filter(door -> door.contains("/{name}"))
                .toList();
        assertThat(named)
                .contains(
                        "PUT /api/v1/accounts/{name}",
                        "POST /api/v1/accounts/{name}/unlock",
                        "DELETE /api/v1/keys/{name}");

        for (String door :
                named.stream().filter(each -> each.contains(" /api/")).toList()) {
            for (String unknown : List.of(name(), "key:" + name(), name().toUpperCase(Locale.ROOT), "n".repeat(300))) {
                String[] parts = door.split(" ", 2);

                HttpResponse<String> refused = send(admin, parts[0], parts[1].replace("{name}", unknown));

                assertThat(refused.statusCode())
                        .as("%s %s", door, refused.body())
                        .isEqualTo(404);
                assertThat(JsonMapper.shared()
                                .readTree(refused.body())
                                .path("detail")
                                .stringValue())
                        .containsPattern(
                                "There is no (account|key) of this name; GET /api/v1/(accounts|keys) lists all");
                assertThat(audit.of(unknown)).as(door).isEmpty();
            }
        }
    }

    @Test
    void aKeyIsRevokedUnderItsOwnNameAlone() throws Exception {
        String admin = keys.create(name(), Role.ADMIN, "test");
        String leaky = name();
        String key = keys.create(leaky, Role.CONSULTANT, "test");

        for (String slip : List.of("key:" + leaky, leaky + "x", leaky.toUpperCase(Locale.ROOT))) {
            assertThat(send(admin, "DELETE", "/api/v1/keys/" + slip).statusCode())
                    .as(slip)
                    .isEqualTo(404);
            assertThat(send(key, "GET", "/api/v1/screenings").statusCode()).isEqualTo(200);
        }
        assertThat(send(admin, "DELETE", "/api/v1/keys/" + leaky).statusCode()).isEqualTo(204);
        assertThat(send(key, "GET", "/api/v1/screenings").statusCode()).isEqualTo(401);
        assertThat(send(admin, "DELETE", "/api/v1/keys/" + leaky).statusCode()).isEqualTo(404);
    }

    @Test
    void passkeysThatAreNotThereAreNotRemoved() throws Exception {
        String admin = keys.create(name(), Role.ADMIN, "test");
        String account = name();
        accounts.create(account, Role.CONSULTANT, "test");

        var refused = send(admin, "DELETE", "/api/v1/accounts/" + account + "/passkeys");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("This account has no passkeys");
        assertThat(audit.of(account)).noneMatch(each -> each.action() == Action.PASSKEYS_REMOVED);
    }

    @Test
    void aChangeOfAnAccountSaysAllOfIt() throws Exception {
        String admin = keys.create(name(), Role.ADMIN, "test");
        String account = name();
        accounts.create(account, Role.CONSULTANT, "test");
        accounts.change(account, Role.CONSULTANT, true, "test");

        for (String part : List.of("{\"role\": \"admin\"}", "{\"disabled\": false}", "{}")) {
            assertThat(send(admin, "PUT", "/api/v1/accounts/" + account, part).statusCode())
                    .as(part)
                    .isBetween(400, 422);
        }
        assertThat(accounts.find(account).orElseThrow())
                .matches(each -> each.disabled() && each.role() == Role.CONSULTANT);
    }

    private HttpResponse<String> send(String key, String method, String path) throws IOException, InterruptedException {
        return send(key, method, path, "{\"role\": \"author\", \"disabled\": false}");
    }

    private HttpResponse<String> send(String key, String method, String path, String put)
            throws IOException, InterruptedException {
        var running = new Running(port);
        return running.send(HttpRequest.newBuilder(URI.create(running.address(path)))
                .header(ApiKeys.HEADER, key)
                .header("Content-Type", "application/json")
                .method(method, method.equals("PUT") ? BodyPublishers.ofString(put) : BodyPublishers.noBody()));
    }

    private static String name() {
        return "n" + UUID.randomUUID();
    }
}
