package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.access.Accounts;
import dev.stipple.access.ApiKeys;
import dev.stipple.access.Role;
import dev.stipple.soak.RestartedDatabase;
import dev.stipple.web.Candidate;
import dev.stipple.web.console.Consultant;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The database goes while people and programs are at work, and comes back. */
@NullUnmarked
final class DatabaseOutageTest {
    private static final String PASSWORD = "a-long-enough-password";

    @TempDir
    private static Path folder;

    private static RestartedDatabase database;
    private static RunningService service;

    @BeforeAll
    static void start() {
        database = new RestartedDatabase(folder.resolve("postgres").toAbsolutePath());
        service = RunningService.on(
                Shipped.FOLDER,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.hikari.connection-timeout=500");
    }

    @AfterAll
    static void end() {
        service.close();
        database.close();
    }

    @Test
    void whatNeedsNoDatabaseGoesOnAndTheRestSaysSoUntilItIsBack() throws Exception {
        String key = service.bean(ApiKeys.class).create("program", Role.CONSULTANT, "test");
        var accounts = service.bean(Accounts.class);
        accounts.changePassword("ana", accounts.create("ana", Role.CONSULTANT, "test"), PASSWORD);
        var candidate = new Candidate(service.port()).begin();
        String page = candidate.path();
        var consultant = new Consultant(service.port()).signIn("ana", PASSWORD);
        String reference = reference(keep(key, "before"));

        database.stop();

        assertThat(assess().statusCode()).isEqualTo(200);
        assertRefused(keep(key, "meanwhile"));
        assertRefused(service.send(service.request("/api/screenings")
                .header("Authorization", basic("ana:" + PASSWORD))
                .build()));
        assertThat(candidate.open(page).status()).isEqualTo(503);
        assertThat(candidate.text()).contains("Nothing can be kept at the moment");
        assertThat(candidate.header("Retry-After")).isEqualTo("10");
        assertThat(consultant.open("/console/screenings").status()).isEqualTo(503);
        assertThat(new Consultant(service.port()).signIn("ana", PASSWORD).status())
                .isEqualTo(503);
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        database.start();
        awaitHealth();

        assertThat(keep(key, "meanwhile").statusCode()).isEqualTo(201);
        assertThat(candidate.open(page).status()).isEqualTo(200);
        assertThat(consultant.open("/console/screenings").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(reference(keep(key, "before"))).isEqualTo(reference);
    }

    private static void awaitHealth() throws InterruptedException {
        for (int tries = 0; tries < 120 && service.get("/actuator/health").statusCode() != 200; tries++) {
            Thread.sleep(500);
        }
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"No database\"").doesNotContain("Exception");
    }

    private static HttpResponse<String> assess() throws IOException {
        return service.post("/api/assessments", "{\"answers\": " + answers() + "}");
    }

    private static HttpResponse<String> keep(String key, String retry) throws IOException {
        return service.send(service.request("/api/screenings")
                .header("X-API-Key", key)
                .header("Idempotency-Key", retry)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"answers\": " + answers() + ", \"consent\": \"2026-01\"}"))
                .build());
    }

    private static String answers() throws IOException {
        return Files.readString(Path.of("examples/man-recent-transplant.answers.json"));
    }

    private static String reference(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body()).path("reference").asString(response.body());
    }

    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
