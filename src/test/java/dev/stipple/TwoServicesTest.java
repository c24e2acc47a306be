package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.access.accounts.SignInAttempt;
import dev.stipple.access.accounts.SignInAttempts;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.web.Candidate;
import dev.stipple.web.console.Consultant;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two services on one PostgreSQL, started at the same moment on an empty database, as behind a balancer. */
@Tag("whole")
@NullUnmarked
final class TwoServicesTest {
    private static final String SCREENINGS = "/api/v1/screenings";
    private static final String PASSWORD = "a-long-enough-password";
    private static final int AT_ONCE = 12;
    private static final int MOST_TIMES = 20;

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres database;
    private static RunningService one;
    private static RunningService other;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedPostgres.builder().start();
        var starting = CompletableFuture.supplyAsync(TwoServicesTest::service);
        one = service();
        other = starting.join();
        key = one.bean(ApiKeys.class).create("program", Role.CONSULTANT, "test");
    }

    private static RunningService service() {
        return RunningService.on(
                Shipped.FOLDER,
                "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "--stipple.key=",
                "--stipple.data=" + folder);
    }

    @AfterAll
    static void end() throws Exception {
        one.close();
        other.close();
        database.close();
    }

    private static HttpResponse<String> keep(RunningService service, String idempotencyKey) throws Exception {
        String answers = Files.readString(Path.of("examples/man-recent-transplant.answers.json"));
        return service.send(service.request(SCREENINGS)
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString("{\"answers\": " + answers + ", \"consent\": \"2026-01\"}"))
                .build());
    }

    /** As a client should: a busy service says after how many seconds to send the same again. */
    private static HttpResponse<String> keepPatiently(RunningService service, String idempotencyKey) throws Exception {
        for (int times = 1; ; times++) {
            HttpResponse<String> kept = keep(service, idempotencyKey);
            if (kept.statusCode() != 503 || times == MOST_TIMES) {
                return kept;
            }
            TimeUnit.SECONDS.sleep(
                    kept.headers().firstValueAsLong("Retry-After").orElseThrow());
        }
    }

    private static String reference(HttpResponse<String> kept) {
        assertThat(kept.statusCode()).as(kept.body()).isIn(200, 201);
        return JsonMapper.shared().readTree(kept.body()).path("reference").stringValue();
    }

    private static HttpResponse<String> read(RunningService service, String reference) {
        return service.send(service.request(SCREENINGS + "/" + reference)
                .header("X-API-Key", key)
                .build());
    }

    @Test
    void whatOneKeepsTheOtherReads() throws Exception {
        String reference = reference(keep(one, "first"));

        assertThat(read(other, reference).statusCode()).isEqualTo(200);
        assertThat(read(other, reference).body()).isEqualTo(read(one, reference).body());
    }

    @Test
    void aPostThatIsRetriedAtTheOtherMakesOneScreening() throws Exception {
        assertThat(reference(keep(other, "retried"))).isEqualTo(reference(keep(one, "retried")));
    }

    @Test
    void theSamePostSentToBothAtOnceMakesOneScreening() throws Exception {
        List<String> references = atBothAtOnce(AT_ONCE, service -> reference(keepPatiently(service, "at once")));

        assertThat(references).hasSize(AT_ONCE).containsOnly(references.get(0));
    }

    @Test
    void whatEndsASessionEndsItAtTheOtherToo() {
        var accounts = one.bean(Accounts.class);
        Map<String, Consumer<String>> ends = Map.of(
                "closed", name -> accounts.change(name, Role.CONSULTANT, true, "test"),
                "demoted", name -> accounts.change(name, Role.AUTHOR, false, "test"),
                "reset", name -> accounts.resetPassword(name, "test"),
                "changed", name -> accounts.changePassword(name, PASSWORD, "another-long-password"));
        ends.forEach((name, end) -> {
            accounts.changePassword(name, accounts.create(name, Role.CONSULTANT, "test"), PASSWORD);
            var there = new Consultant(other.port()).signIn(name, PASSWORD);
            assertThat(there.open("/console/screenings").document().select("h1").text())
                    .isEqualTo("Screenings");

            end.accept(name);

            assertThat(there.open("/console/screenings").document().select("h1").text())
                    .as(name)
                    .isEqualTo("Sign in");
        });
    }

    @Test
    void passwordsThatAreTriedAtBothAreCountedTogether() throws Exception {
        List<SignInAttempt> attempts =
                atBothAtOnce(40, service -> service.bean(SignInAttempts.class).begin("guessed", "192.0.2.1"));

        assertThat(attempts).filteredOn(SignInAttempt.Counted.class::isInstance).hasSize(5);
    }

    @Test
    void whoeverIsLetInAtBothAtOnceIsLetIn() throws Exception {
        String unused = one.bean(Accounts.class).create("waiting", Role.CONSULTANT, "test");
        for (int times = 0; times < MOST_TIMES; times++) {
            atBothAtOnce(2, service -> {
                service.bean(SignInAttempts.class).unlock("waiting", "test");
                return unused;
            });
        }

        assertThat(one.bean(SignInAttempts.class).begin("waiting", "192.0.2.2"))
                .isInstanceOf(SignInAttempt.Counted.class);
    }

    /** Sends as many as that to the two services by turns, each on a thread of its own, all at the same moment. */
    private static <T> List<T> atBothAtOnce(int many, Sent<T> sent) throws Exception {
        var start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            var answers = new ArrayList<Future<T>>();
            for (int each = 0; each < many; each++) {
                RunningService service = each % 2 == 0 ? one : other;
                answers.add(threads.submit(() -> {
                    start.await();
                    return sent.to(service);
                }));
            }
            var answered = new ArrayList<T>();
            for (Future<T> each : answers) {
                answered.add(each.get());
            }
            return answered;
        } finally {
            threads.shutdown();
        }
    }

    private interface Sent<T> {
        T to(RunningService service) throws Exception;
    }

    @Test
    void aFormThatIsBegunAtOneIsGoneOnWithAtTheOther() {
        String page = new Candidate(one.port()).begin().path();

        var candidate = new Candidate(other.port()).open(page);

        assertThat(candidate.status()).isEqualTo(200);
        assertThat(candidate.heading())
                .isEqualTo(new Candidate(one.port()).open(page).heading());
    }

    @Test
    void bothWriteOneAuditLogThatVerifies() throws Exception {
        for (int i = 0; i < AT_ONCE; i++) {
            reference(keep(i % 2 == 0 ? one : other, "audited " + i));
        }

        assertThat(one.bean(AuditLog.class).verify().holds()).isTrue();
        assertThat(other.bean(AuditLog.class).verify())
                .isEqualTo(one.bean(AuditLog.class).verify());
    }
}
