package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.store.audit.AuditLog;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bearer tokens of an identity provider, as a program sends them. */
@Tag("whole")
final class TokensTest {
    private static final String OURS = "stipple";

    @TempDir
    private static Path folder;

    private static KeyPair provider;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        provider = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Files.writeString(
                folder.resolve("provider.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(provider.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        service = RunningService.on(
                Shipped.FOLDER, trusting(), "--spring.security.oauth2.resourceserver.jwt.audiences=" + OURS);
    }

    private static String trusting() {
        return "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:" + folder.resolve("provider.pem");
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void aTokenForThisServiceIsTaken() throws Exception {
        assertThat(get("/api/screenings", token("ana", OURS)).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenForAnotherServiceIsNot() throws Exception {
        assertThat(get("/api/screenings", token("ana", "another")).statusCode()).isEqualTo(401);
        assertThat(get("/api/screenings", token("ana")).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatHasEndedOrNeverEndsIsNotTaken() throws Exception {
        assertThat(get("/api/screenings", token("ana", Instant.now().minusSeconds(600), OURS))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/screenings", token("ana", (Instant) null, OURS)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void withoutAnAudienceTheServiceDoesNotStart() {
        assertThatThrownBy(() -> RunningService.on(Shipped.FOLDER, trusting()))
                .hasStackTraceContaining("spring.security.oauth2.resourceserver.jwt.audiences");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/Questionnaire/intake",
                "/cds-services",
                "/surveyjs/survey",
                "/api/questionnaire",
                "/api/rules",
                "/api/rulebook"
            })
    void whatIsSentForAnotherServerIsIgnoredAtAnOpenDoor(String door) throws Exception {
        for (String sent : List.of(
                "Bearer " + token("ana", "another"),
                "Bearer not-even-a-token",
                "Basic " + Base64.getEncoder().encodeToString("ana:elsewhere".getBytes(StandardCharsets.UTF_8)))) {
            var answer = service.send(service.request(door)
                    .header("Authorization", sent)
                    .header("X-API-Key", "of-another-service")
                    .build());

            assertThat(answer.statusCode()).as(sent).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/assessments", "/api/counterfactuals"})
    void answersAreTakenWithATokenForAnotherServer(String door) throws Exception {
        var answer = service.send(service.request(door)
                .header("Authorization", "Bearer " + token("ana", "another"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"answers\": {}}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aProviderCannotNameSomebodyFromHere() throws Exception {
        service.send(service.request("/api/screenings")
                .header("Authorization", "Bearer " + token("intake", OURS))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"answers\": {}, \"consent\": \"2026-01\"}"))
                .build());

        assertThat(service.bean(AuditLog.class).latest(Long.MAX_VALUE, 10))
                .anyMatch(entry -> entry.actor().equals("token:intake"))
                .noneMatch(entry -> entry.actor().equals("intake"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\u0000b", "zo\u00eb", ""})
    void aSubjectThatTheLogCannotCarryIsRefused(String subject) throws Exception {
        assertThat(get("/api/screenings", token(subject, OURS)).statusCode()).isEqualTo(401);
        assertThat(get("/api/screenings", token("a".repeat(300), OURS)).statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> get(String path, String token) {
        return service.send(
                service.request(path).header("Authorization", "Bearer " + token).build());
    }

    private static String token(String subject, String... audiences) throws Exception {
        return token(subject, Instant.now().plusSeconds(600), audiences);
    }

    private static String token(String subject, @Nullable Instant ends, String... audiences) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .audience(List.of(audiences))
                .claim("roles", List.of("consultant"))
                .expirationTime(ends == null ? null : Date.from(ends))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        token.sign(new RSASSASigner(provider.getPrivate()));
        return token.serialize();
    }
}
