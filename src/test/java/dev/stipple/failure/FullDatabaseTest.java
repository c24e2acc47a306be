package dev.stipple.failure;

import static dev.stipple.failure.AtWork.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.soak.RestartedDatabase;
import dev.stipple.store.audit.AuditLog;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is there and takes nothing in: its disk is full, or it lets nobody connect any more. */
@Tag("whole")
@NullUnmarked
final class FullDatabaseTest {
    private static final List<String> TABLES = List.of("screening", "draft", "audit");

    @TempDir
    private static Path folder;

    private static RestartedDatabase database;
    private static RunningService service;
    private static AtWork work;

    private String reference;

    @BeforeAll
    static void start() throws SQLException {
        database = new RestartedDatabase(folder.resolve("postgres").toAbsolutePath());
        operate("create role stipple login", "grant create on schema public to stipple");
        service = RunningService.on(
                Shipped.FOLDER,
                "--spring.datasource.url=" + database.url().replace("user=postgres", "user=stipple"),
                "--spring.datasource.hikari.connection-timeout=500");
        work = new AtWork(service);
    }

    @AfterAll
    static void end() {
        service.close();
        database.close();
    }

    @BeforeEach
    void keep() {
        reference = AtWork.reference(work.keep("before"));
    }

    /** Whatever it was, everything is as before, and what was refused can be sent again. */
    @AfterEach
    void itHasRecovered() {
        work.awaitHealth();
        assertThat(work.keep("meanwhile").statusCode()).isIn(200, 201);
        assertThat(work.read(reference).statusCode()).isEqualTo(200);
        assertThat(work.candidate().status()).isEqualTo(200);
        assertThat(service.bean(AuditLog.class).verify().holds()).isTrue();
    }

    /** As managed databases do before their disk is full. */
    @Test
    void whereItIsReadOnlyReadingGoesOn() throws Exception {
        operate("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
        try {
            AtWork.await("read-only", () -> work.keep("read-only").statusCode() == 503);

            assertOnlyReadingGoesOn("read-only too");
        } finally {
            operate("alter system reset default_transaction_read_only", "select pg_reload_conf()");
        }
        AtWork.await("writing", () -> work.keep("read-only").statusCode() == 201);
    }

    @Test
    void whereItsDiskIsFullReadingGoesOn() throws Exception {
        operate("""
                create function full_disk() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$""");
        for (String table : TABLES) {
            operate("create trigger full_disk before insert or update on " + table + " execute function full_disk()");
        }
        try {
            assertOnlyReadingGoesOn("disk full");
        } finally {
            operate("drop function full_disk cascade");
        }
    }

    @Test
    void whereNobodyMayConnectAssessingGoesOn() throws Exception {
        operate(
                "alter role stipple connection limit 0",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'stipple'");
        try {
            assertRefused(work.keep("too many"));
            assertThat(work.health("")).isEqualTo(503);
            work.assertAssesses();
        } finally {
            operate("alter role stipple connection limit -1");
        }
    }

    private void assertOnlyReadingGoesOn(String retry) {
        assertRefused(work.keep(retry));
        assertRefused(work.read(reference));
        assertRefused(work.candidate());
        work.assertAssesses();
        assertThat(work.operate("/api/v1/audit").statusCode()).isEqualTo(200);
        assertThat(work.refusals()).isGreaterThanOrEqualTo(3);
    }

    private static void operate(String... commands) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
