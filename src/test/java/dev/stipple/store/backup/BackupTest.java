package dev.stipple.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import dev.stipple.access.accounts.SignInAttempt;
import dev.stipple.access.accounts.SignInAttempts;
import dev.stipple.events.Receiver;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.uploads.Upload;
import dev.stipple.screening.uploads.Uploads;
import dev.stipple.store.Columns;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.uploads.Files;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Whatever a backup was taken from, everything is there once it is restored. */
@Tag("whole")
class BackupTest {
    @Test
    void everythingComesBackOnEitherDatabase() {
        assertComesBack(H2.fresh(), H2.fresh());
        assertComesBack(H2.fresh(), Databases.postgres());
        assertComesBack(Databases.postgres(), H2.fresh());
        assertComesBack(Databases.postgres(), Databases.postgres());
    }

    private static void assertComesBack(DataSource from, DataSource to) {
        var before = new Desk(from);
        var kept = before.keep("man-recent-transplant", Desk.MARIE);
        before.screenings.decide(
                kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, "a note", "ana");
        var decided = before.screenings.find(kept.reference(), "ana");

        var database = Database.open(to);
        assertEquals(
                1,
                restore(database).read(new ByteArrayInputStream(backup(before))).screenings());
        var after = new Desk(to);

        assertTrue(after.audit.verify().holds());
        String seal = before.audit.verify().seal();
        assertThat(after.audit.verify(Map.of(seal, "noted before")).faults()).isEmpty();
        assertEquals(
                Action.RESTORED, after.audit.latest(Long.MAX_VALUE, 1).get(0).action());
        assertEquals(decided, after.screenings.find(kept.reference(), "ana"));
        assertEquals(
                1,
                after.screenings
                        .list(Search.ALL.with(f -> f.withText("dupont")), "ana")
                        .total());
        assertTrue(after.screenings.replays(decided.current(), decided.language(), Shipped.assessor()));
    }

    /** As where one database has the tables of other programs too. */
    @Test
    void whatSomebodyElseKeepsInTheDatabaseIsLeftOut() {
        for (DataSource source : List.of(H2.fresh(), Databases.postgres())) {
            var before = new Desk(source);
            before.keep("man-recent-transplant", Desk.MARIE);
            before.database.sql().sql("create table aaa (x int)").update();
            before.database.sql().sql("insert into aaa values (1)").update();

            var contents = restore(Database.open(H2.fresh())).read(new ByteArrayInputStream(backup(before)));

            assertThat(contents.screenings()).isEqualTo(1);
            assertThat(contents.rows()).doesNotContainKey("aaa");
        }
    }

    @Test
    void everyTableOfTheSchemaIsInABackupAndComesBackAsItWas() {
        assertEveryTableComesBack(H2.fresh(), Databases.postgres());
        assertEveryTableComesBack(Databases.postgres(), H2.fresh());
    }

    private static void assertEveryTableComesBack(DataSource from, DataSource to) {
        var before =
                new Desk(from, Receiver.of("crm", "https://crm.example", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        fill(before);
        Map<String, List<String>> rows = rows(before.database);
        assertThat(rows).allSatisfy((table, some) -> assertThat(some).as(table).isNotEmpty());

        var database = Database.open(to);
        Contents contents = restore(database).read(new ByteArrayInputStream(backup(before)));

        assertThat(contents.rows().keySet()).containsExactlyInAnyOrderElementsOf(rows.keySet());
        Map<String, List<String>> restored = rows(database);
        rows.remove("key_state");
        rows.remove("audit_head");
        assertThat(restored.get("audit")).containsAll(Objects.requireNonNull(rows.remove("audit")));
        assertThat(rows.keySet()).allMatch(table -> Objects.equals(rows.get(table), restored.get(table)));
        assertThat(new Desk(to).audit.verify().faults()).isEmpty();
    }

    /** Something for each table. */
    private static void fill(Desk desk) {
        var kept = desk.keep("man-recent-transplant", Desk.MARIE, new Retry("website", "order 17", "digest"));
        desk.screenings.decide(
                kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, "a note", "ana");
        desk.screenings.note(kept.reference(), "for colleagues", "ana");
        new Uploads(desk.database, desk.keys, desk.audit, desk.outbox, 1, 1 << 20, desk::now)
                .add(kept.reference(), Upload.Shows.LETTER, Files.PDF, "person");
        new ApiKeys(desk.database, desk.audit, desk::now).create("website", Role.INTAKE, "carla");
        new DraftsInDatabase(desk.database, desk.keys, desk.audit, 10, Duration.ofDays(1), desk::now).begin(Spoken.EN);
        var attempts = new SignInAttempts(desk.database, desk.audit, desk.keys, desk::now);
        attempts.succeeded((SignInAttempt.Counted) attempts.begin("ana", "192.0.2.1"));
        attempts.begin("eve", "192.0.2.2");
        var accounts = new Accounts(
                desk.database, desk.audit, PasswordEncoderFactories.createDelegatingPasswordEncoder(), desk::now);
        accounts.create("ana", Role.CONSULTANT, "carla");
        accounts.changePasskeys("ana", "ana", Action.PASSKEY_ADDED, () -> {
            desk.database
                    .sql()
                    .sql("insert into user_entities (id, name) values ('a', 'ana')")
                    .update();
            desk.database
                    .sql()
                    .sql("insert into user_credentials (credential_id, user_entity_user_id, public_key,"
                            + " backup_eligible, backup_state, created, last_used, label) values ('c', 'a',"
                            + " cast('key' as bytea), false, false, now(), now(), 'phone')")
                    .update();
        });
    }

    /** Every row of every table that the database itself knows. */
    private static Map<String, List<String>> rows(Database database) {
        var rows = new TreeMap<String, List<String>>();
        for (String table : database.sql()
                .sql("select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'"
                        + " and lower(table_name) <> 'flyway_schema_history'")
                .query(String.class)
                .list()) {
            rows.put(
                    table,
                    database
                            .sql()
                            .sql("select * from " + table)
                            .query((row, line) -> text(Columns.of(row)))
                            .list()
                            .stream()
                            .sorted()
                            .toList());
        }
        return rows;
    }

    private static String text(Map<String, @Nullable Object> row) {
        row.replaceAll((column, value) ->
                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
        return new TreeMap<>(row).toString();
    }

    @Test
    void halfABackupOrAFilledDatabaseChangesNothing() {
        var desk = new Desk(H2.fresh());
        var kept = desk.keep("man-recent-transplant", Desk.MARIE);
        byte[] backup = backup(desk);
        var empty = Database.open(H2.fresh());

        assertThrows(InvalidBackup.class, () -> restore(desk.database).read(new ByteArrayInputStream(backup)));
        assertThrows(
                InvalidBackup.class,
                () -> restore(empty).read(new ByteArrayInputStream(Arrays.copyOf(backup, backup.length / 2))));
        assertThrows(InvalidBackup.class, () -> restore(empty).read(new ByteArrayInputStream(withMore(backup))));
        assertEquals(kept, desk.screenings.find(kept.reference(), "ana"));
        assertEquals(
                0,
                empty.sql()
                        .sql("select count(*) from screening")
                        .query(Integer.class)
                        .single());
    }

    /** The same with one more entry at its end. */
    private static byte[] withMore(byte[] backup) {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(backup));
                var to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry("../../more.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] backup(Desk desk) {
        var bytes = new ByteArrayOutputStream();
        new Backup(desk.database, desk.keys, InstantSource.system()).write(bytes);
        return bytes.toByteArray();
    }

    private static Restore restore(Database database) {
        var keys = Kept.keys(database);
        return new Restore(
                database, keys, new AuditLog(database, keys, InstantSource.system()), InstantSource.system());
    }
}
