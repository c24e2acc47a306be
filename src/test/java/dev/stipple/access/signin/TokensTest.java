package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.store.audit.AuditLog;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bearer tokens of an identity provider, as a program sends them. */
@Tag("whole")
final class TokensTest {
    private static final String OURS = TokenProvider.OURS;

    @TempDir
    private static Path folder;

    private static TokenProvider provider;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        provider = TokenProvider.in(folder);
        service = RunningService.on(Shipped.FOLDER, provider.trusting(), TokenProvider.audience());
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void aTokenForThisServiceIsTaken() throws Exception {
        assertThat(get("/api/v1/screenings", provider.token("ana", OURS)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenForAnotherServiceIsNot() throws Exception {
        assertThat(get("/api/v1/screenings", provider.token("ana", "another")).statusCode())
                .isEqualTo(401);
        assertThat(get("/api/v1/screenings", provider.token("ana")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenThatHasEndedOrNeverEndsIsNotTaken() throws Exception {
        var ended =
                get("/api/v1/screenings", provider.token("ana", Instant.now().minusSeconds(600), OURS));
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.body()).contains("has ended");
        assertThat(ended.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"");
        assertThat(get("/api/v1/screenings", provider.token("ana", (Instant) null, OURS))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void withoutAnAudienceTheServiceDoesNotStart() {
        assertThatThrownBy(() -> RunningService.on(Shipped.FOLDER, provider.trusting()))
                .hasStackTraceContaining("spring.security.oauth2.resourceserver.jwt.audiences");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/Questionnaire/intake",
                "/cds-services",
                "/surveyjs/survey",
                "/api/v1/questionnaire",
                "/api/v1/rules",
                "/api/v1/rulebook"
            })
    void whatIsSentForAnotherServerIsIgnoredAtAnOpenDoor(String door) throws Exception {
        for (String sent : List.of(
                "Bearer " + provider.token("ana", "another"),
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
    @CsvSource({
        "/api/v1/assessments,            application/json,      '{\"answers\": {}}'",
        "/api/v1/counterfactuals,        application/json,      '{\"answers\": {}}'",
        "/surveyjs/assessments,       application/json,      '{}'",
        "/fhir/QuestionnaireResponse, application/fhir+json, "
                + "'{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\"}'",
        "/cds-services/suitability,   application/json,      '{\"hook\": \"patient-view\","
                + " \"hookInstance\": \"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","
                + " \"context\": {\"userId\": \"Practitioner/1\", \"patientId\": \"1\"}, \"prefetch\": {\"answers\": null}}'"
    })
    void answersAreTakenWithATokenForAnotherServer(String door, String type, String body) throws Exception {
        var answer = service.send(service.request(door)
                .header("Authorization", "Bearer " + provider.token("ana", "another"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aProviderCannotNameSomebodyFromHere() throws Exception {
        service.send(service.request("/api/v1/screenings")
                .header("Authorization", "Bearer " + provider.token("intake", OURS))
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
        assertThat(get("/api/v1/screenings", provider.token(subject, OURS)).statusCode())
                .isEqualTo(401);
        assertThat(get("/api/v1/screenings", provider.token("a".repeat(300), OURS))
                        .statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> get(String path, String token) {
        return service.send(
                service.request(path).header("Authorization", "Bearer " + token).build());
    }
}
