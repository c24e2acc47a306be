package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.access.accounts.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that Spring Security reads itself: what is no passkey is refused with a sentence, whoever sends it. */
@Tag("whole")
final class PasskeyDoorsTest {
    /** What a browser says that it answers: a challenge and an origin, neither of which is right. */
    private static final String ANSWER =
            "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWVEiLCJv" + "cmlnaW4iOiJodHRwOi8vbG9jYWxob3N0In0";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.on(Path.of("src/test/resources/planted/base"));
        SignedIn.make(service, "ana", Role.CONSULTANT);
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
    void whatIsNoPasskeyOpensNothing(String body) {
        SignedIn session = SignedIn.notYet(service);
        assertThat(send(session, "POST", "/webauthn/authenticate/options", "").statusCode())
                .isEqualTo(200);

        assertRefused(send(session, "POST", "/login/webauthn", body));
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
    void whatIsNoPasskeyIsNotKept(String body) {
        SignedIn session = ana();
        assertThat(send(session, "POST", "/webauthn/register/options", "").statusCode())
                .isEqualTo(200);

        assertRefused(send(session, "POST", "/webauthn/register", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "5", "{\"username\": \"ben\"}"})
    void aQuestionReadsNoBody(String body) {
        SignedIn session = ana();

        for (String door : new String[] {"/webauthn/authenticate/options", "/webauthn/register/options"}) {
            assertRefused(send(session, "POST", door, body));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "%21%21", "a"})
    void whatIsTheIdOfNoPasskeyIsNoFault(String id) {
        assertThat(send(ana(), "DELETE", "/webauthn/register/" + id, "").statusCode())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout"})
    void aFormThatIsNoneIsNoFault(String door) {
        assertThat(send(SignedIn.notYet(service), "POST", door, "null").statusCode())
                .isLessThan(500);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("detail").stringValue())
                .matches("\\p{Lu}.{20,}\\.");
    }

    private static SignedIn ana() {
        return SignedIn.as(service, "ana", SignedIn.PASSWORD);
    }

    private static HttpResponse<String> send(SignedIn session, String method, String path, String body) {
        HttpRequest.Builder request = service.request(path).header("Content-Type", "application/json");
        session.headers().forEach(request::header);
        return service.send(
                request.method(method, BodyPublishers.ofString(body)).build());
    }
}
