package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.web.Candidate;
import dev.stipple.web.console.Consultant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Programs, a consultant and people with a form, at work on one service. */
final class AtWork {
    private static final String PASSWORD = "a-long-enough-password";
    private static final String ACCOUNT = "ana";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningService service;
    private final String key;
    private final String adminKey;

    AtWork(RunningService service) {
        this.service = service;
        var keys = service.bean(ApiKeys.class);
        this.key = keys.create("program", Role.CONSULTANT, "test");
        this.adminKey = keys.create("operator", Role.ADMIN, "test");
        var accounts = service.bean(Accounts.class);
        accounts.changePassword(ACCOUNT, accounts.create(ACCOUNT, Role.CONSULTANT, "test"), PASSWORD);
    }

    static void await(String what, BooleanSupplier state) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!state.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static String reference(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body()).path("reference").asString(response.body());
    }

    /** The key of a program that may read screenings. */
    String key() {
        return key;
    }

    /** Asks for what is decided without a database. */
    void assertAssesses() {
        var response = service.post("/api/v1/assessments", "{\"answers\": " + answers() + "}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"verdict\":\"DEFER\"");
    }

    /** Hands in a person; the same name makes it the same request. */
    HttpResponse<String> keep(String retry) {
        return service.send(service.request("/api/v1/screenings")
                .header("X-API-Key", key)
                .header("Idempotency-Key", retry)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"answers\": " + answers() + ", \"consent\": \"2026-01\"}"))
                .build());
    }

    /** Hands in somebody new, whom the service says it keeps. */
    String kept() {
        var response = keep(UUID.randomUUID().toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return reference(response);
    }

    HttpResponse<String> read(String reference) {
        return service.send(service.request("/api/v1/screenings/" + reference)
                .header("X-API-Key", key)
                .build());
    }

    HttpResponse<String> readWithPassword(String path) {
        return readWithPassword(path, PASSWORD);
    }

    HttpResponse<String> readWithPassword(String path, String password) {
        byte[] both = (ACCOUNT + ":" + password).getBytes(StandardCharsets.UTF_8);
        return service.send(service.request(path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both))
                .build());
    }

    /** What only an administrator may read. */
    HttpResponse<String> operate(String path) {
        return service.send(service.request(path).header("X-API-Key", adminKey).build());
    }

    /** How often this was counted, with this tag. */
    double metric(String name, String tag) {
        return operate("/actuator/prometheus")
                .body()
                .lines()
                .filter(each -> each.startsWith(name + "{") && each.contains(tag))
                .mapToDouble(each -> Double.parseDouble(each.substring(each.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** How many requests were answered with 503, as the metrics tell. */
    double refusals() {
        return metric("http_server_requests_seconds_count", "status=\"503\"");
    }

    Candidate candidate() {
        return new Candidate(service.port()).begin();
    }

    Consultant consultant() {
        return new Consultant(service.port()).signIn(ACCOUNT, PASSWORD);
    }

    int health(String part) {
        return service.get("/actuator/health" + part).statusCode();
    }

    void awaitHealth() {
        await("health", () -> health("") == 200);
    }

    /** Nothing was kept, and when to send it again. */
    static void assertRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body())
                .contains("\"No database\"")
                .contains("Nothing can be kept")
                .doesNotContain("Exception")
                .doesNotContainIgnoringCase("sql");
    }

    static void assertRefused(Candidate page) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Nothing can be kept at the moment");
        assertThat(page.header("Retry-After")).isEqualTo("10");
    }

    private static String answers() {
        try {
            return Files.readString(Path.of("examples/man-recent-transplant.answers.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
