package dev.stipple.failure;

import static dev.stipple.failure.AtWork.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.Needed;
import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.soak.RestartedDatabase;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.backup.Backup;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is there and does not answer: another connection locks its tables, or it hangs altogether. */
@Tag("whole")
@NullUnmarked
@Timeout(120)
final class SlowDatabaseTest {
    private static final int WAITING = 50;

    @TempDir
    private static Path folder;

    private static RestartedDatabase database;
    private static RunningService service;
    private static AtWork work;

    @BeforeAll
    static void start() {
        database = new RestartedDatabase(folder.resolve("postgres").toAbsolutePath());
        service = RunningService.on(
                Shipped.FOLDER, "--spring.datasource.url=" + database.url(), "--spring.jdbc.template.query-timeout=1s");
        work = new AtWork(service);
    }

    @AfterAll
    static void end() {
        service.close();
        database.close();
    }

    @Test
    void whoNeedsALockedTableIsToldToComeBack() throws Exception {
        var candidate = work.candidate();
        String page = candidate.path();
        String reference = work.kept();

        try (var other = DriverManager.getConnection(database.url());
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table screening, revision, draft, audit, audit_head in access exclusive mode");

            assertRefused(
                    CompletableFuture.supplyAsync(() -> work.keep("locked out")).get(30, TimeUnit.SECONDS));
            assertRefused(work.read(reference));
            assertRefused(candidate.open(page));
            work.assertAssesses();
            assertThat(work.health("/liveness")).isEqualTo(200);

            other.rollback();
        }
        assertThat(work.refusals()).isGreaterThanOrEqualTo(3);

        assertThat(work.keep("locked out").statusCode()).isEqualTo(201);
        assertThat(work.read(reference).statusCode()).isEqualTo(200);
        assertThat(candidate.open(page).status()).isEqualTo(200);
        assertThat(service.bean(AuditLog.class).verify().holds()).isTrue();
    }

    /** Of a hundred threads, those that wait for the database leave enough to those that do not. */
    @Test
    void assessmentsAreQuickWhileManyWait() throws Exception {
        String reference = work.kept();
        var programs = Executors.newFixedThreadPool(WAITING);
        try (var other = DriverManager.getConnection(database.url());
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table screening in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> waiting = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> work.read(reference), programs))
                    .limit(WAITING)
                    .toList();

            work.assertAssesses();

            assertThat(waiting).anyMatch(each -> !each.isDone());
            waiting.forEach(each -> assertRefused(each.join()));
            other.rollback();
        } finally {
            programs.shutdown();
        }
    }

    /** A backup reads whole tables, each with one statement. */
    @Test
    void aBackupTakesAsLongAsItNeeds() throws Exception {
        try (var other = DriverManager.getConnection(database.url());
                var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table revision in access exclusive mode");
            var backup = CompletableFuture.supplyAsync(
                    () -> service.bean(Backup.class).write(OutputStream.nullOutputStream()));

            assertThatThrownBy(() -> backup.get(1500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            other.rollback();

            assertThat(backup.get(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aDatabaseThatHangsIsHungUpOn() throws Exception {
        String reference = work.kept();

        signal("STOP");
        try {
            assertRefused(
                    CompletableFuture.supplyAsync(() -> work.keep("hanging")).get(30, TimeUnit.SECONDS));
            work.assertAssesses();
            assertThat(CompletableFuture.supplyAsync(() -> work.health("")).get(30, TimeUnit.SECONDS))
                    .isEqualTo(503);
        } finally {
            signal("CONT");
        }
        work.awaitHealth();

        assertThat(work.keep("hanging").statusCode()).isIn(200, 201);
        assertThat(work.read(reference).statusCode()).isEqualTo(200);
    }

    /** Stops the server and its backends in the middle of whatever they do, or lets them go on. */
    private static void signal(String signal) throws Exception {
        long server = Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0));
        var command = new ProcessBuilder(Needed.program("kill").toString(), "-" + signal, Long.toString(server));
        ProcessHandle.of(server)
                .orElseThrow()
                .descendants()
                .forEach(each -> command.command().add(Long.toString(each.pid())));
        assertThat(command.start().waitFor()).isZero();
    }
}
