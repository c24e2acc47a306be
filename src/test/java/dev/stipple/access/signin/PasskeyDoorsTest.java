package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Role;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that Spring Security reads itself: what is no passkey is refused with a sentence, whoever sends it. */
@Tag("whole")
final class PasskeyDoorsTest {
    private static final String PASSWORD = "a-long-enough-password";
    private static final String JSON = "application/json";

    /** What a browser says that it answers: a challenge and an origin, neither of which is right. */
    private static final String ANSWER =
            "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWVEiLCJv" + "cmlnaW4iOiJodHRwOi8vbG9jYWxob3N0In0";

    private static RunningService service;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        service = RunningService.on(Path.of("src/test/resources/planted/base"));
        var accounts = service.bean(Accounts.class);
        accounts.changePassword("ana", accounts.create("ana", Role.CONSULTANT, "test"), PASSWORD);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    /** Each after a question of its own, as an answer to none is refused before it is looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[null]",
                "5",
                "true",
                "\"id\"",
                "{",
                "{}",
                "{\"id\": null}",
                "{\"id\": \"YQ\", \"rawId\": \"YQ\", \"type\": \"public-key\", \"response\": null}",
                "{\"id\": \"YQ\", \"rawId\": \"YQ\", \"type\": \"public-key\", \"response\": {}}",
                "{\"id\": \"YQ\", \"rawId\": \"YQ\", \"type\": \"public-key\", \"response\":"
                        + " {\"clientDataJSON\": \"YQ\", \"authenticatorData\": \"YQ\", \"signature\": \"YQ\"}}"
            })
    void whatIsNoPasskeyOpensNothing(String body) throws Exception {
        String token = token("/login");
        assertThat(send("POST", "/webauthn/authenticate/options", token, "").statusCode())
                .isEqualTo(200);

        assertRefused(send("POST", "/login/webauthn", token, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[null]",
                "5",
                "true",
                "\"id\"",
                "{",
                "{}",
                "{\"publicKey\": null}",
                "{\"publicKey\": []}",
                "{\"publicKey\": {\"credential\": null, \"label\": \"a\"}}",
                "{\"publicKey\": {\"credential\": {}, \"label\": \"a\"}}",
                "{\"publicKey\": {\"label\": \"a\", \"credential\": {\"id\": \"YQ\", \"rawId\": \"YQ\","
                        + " \"type\": \"public-key\", \"response\": null}}}",
                "{\"publicKey\": {\"label\": \"a\", \"credential\": {\"id\": \"YQ\", \"rawId\": \"YQ\","
                        + " \"type\": \"public-key\", \"response\": {}}}}",
                "{\"publicKey\": {\"label\": \"a\", \"credential\": {\"id\": \"YQ\", \"rawId\": \"YQ\","
                        + " \"type\": \"public-key\", \"response\": {\"clientDataJSON\": \"YQ\","
                        + " \"attestationObject\": \"YQ\", \"transports\": null}}}}",
                "{\"publicKey\": {\"label\": \"a\", \"credential\": {\"id\": \"YQ\", \"rawId\": \"YQ\","
                        + " \"type\": \"public-key\", \"response\": {\"clientDataJSON\": \"YQ\","
                        + " \"attestationObject\": \"YQ\", \"transports\": []}}}}",
                "{\"publicKey\": {\"label\": \"a\", \"credential\": {\"id\": \"YQ\", \"rawId\": \"YQ\","
                        + " \"type\": \"public-key\", \"response\": {\"clientDataJSON\": \"" + ANSWER + "\","
                        + " \"attestationObject\": \"YQ\", \"transports\": []}}}}"
            })
    void whatIsNoPasskeyIsNotKept(String body) throws Exception {
        signIn();
        String token = token("/account/passkey");
        assertThat(send("POST", "/webauthn/register/options", token, "").statusCode())
                .isEqualTo(200);

        assertRefused(send("POST", "/webauthn/register", token, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "5", "{\"username\": \"ben\"}"})
    void aQuestionReadsNoBody(String body) throws Exception {
        signIn();
        String token = token("/account/passkey");

        for (String door : new String[] {"/webauthn/authenticate/options", "/webauthn/register/options"}) {
            assertRefused(send("POST", door, token, body));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "%21%21", "a"})
    void whatIsTheIdOfNoPasskeyIsNoFault(String id) throws Exception {
        signIn();

        assertThat(send("DELETE", "/webauthn/register/" + id, token("/account/passkey"), "")
                        .statusCode())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout"})
    void aFormThatIsNoneIsNoFault(String door) throws Exception {
        assertThat(send("POST", door, token("/login"), "null").statusCode()).isLessThan(500);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("detail").stringValue())
                .matches("\\p{Lu}.{20,}\\.");
    }

    private void signIn() throws Exception {
        String form = "username=ana&password=" + PASSWORD;
        var signedIn = browser.send(
                service.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-TOKEN", token("/login"))
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(signedIn.headers().firstValue("location").orElse("")).endsWith("/console");
    }

    /** The token against forged requests of a page. */
    private String token(String page) throws Exception {
        String body = browser.send(service.request(page).build(), BodyHandlers.ofString())
                .body();
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(body);
        assertThat(token.find()).as(body).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request =
                service.request(path).header("X-CSRF-TOKEN", token).header("Content-Type", JSON);
        return browser.send(
                request.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
}
