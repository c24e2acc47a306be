package dev.stipple.failure;

import static dev.stipple.failure.AtWork.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.soak.RestartedDatabase;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes while people and programs are at work, and comes back. */
@Tag("whole")
@NullUnmarked
final class DatabaseOutageTest {
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
        var work = new AtWork(service);
        var candidate = work.candidate();
        String page = candidate.path();
        var consultant = work.consultant();
        String reference = AtWork.reference(work.keep("before"));

        database.stop();

        work.assertAssesses();
        assertRefused(work.keep("meanwhile"));
        assertRefused(work.readWithPassword("/api/v1/screenings"));
        assertRefused(candidate.open(page));
        assertThat(consultant.open("/console/screenings").status()).isEqualTo(503);
        assertThat(work.consultant().status()).isEqualTo(503);
        assertRefused(work.operate("/actuator/prometheus"));
        assertThat(work.health("")).isEqualTo(503);
        assertThat(work.health("/liveness")).isEqualTo(200);
        assertThat(work.health("/readiness")).isEqualTo(200);

        database.start();
        work.awaitHealth();

        assertThat(work.keep("meanwhile").statusCode()).isEqualTo(201);
        assertThat(candidate.open(page).status()).isEqualTo(200);
        assertThat(consultant.open("/console/screenings").status()).isEqualTo(200);
        assertThat(AtWork.reference(work.keep("before"))).isEqualTo(reference);
        assertThat(work.refusals()).isGreaterThanOrEqualTo(5);
        assertThat(work.metric("hikaricp_connections_timeout_total", "")).isGreaterThanOrEqualTo(5);
    }
}
