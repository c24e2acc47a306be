package dev.stipple.store.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Kept;
import dev.stipple.Shipped;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Search;
import dev.stipple.store.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a backup was taken from, everything is there once it is restored. */
@Tag("whole")
class BackupTest {
    @Test
    void everythingComesBackOnEitherDatabase() {
        assertComesBack(Databases.h2(), Databases.h2());
        assertComesBack(Databases.h2(), Databases.postgres());
        assertComesBack(Databases.postgres(), Databases.h2());
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
        assertEquals(before.audit.verify().seal(), after.audit.verify().seal());
        assertEquals(decided, after.screenings.find(kept.reference(), "ana"));
        assertEquals(
                1, after.screenings.list(Search.ALL.withText("dupont"), "ana").total());
        assertTrue(after.screenings.replays(decided.current(), decided.language(), Shipped.assessor()));
    }

    @Test
    void halfABackupOrAFilledDatabaseChangesNothing() {
        var desk = new Desk(Databases.h2());
        var kept = desk.keep("man-recent-transplant", Desk.MARIE);
        byte[] backup = backup(desk);
        var empty = Database.open(Databases.h2());

        assertThrows(InvalidBackup.class, () -> restore(desk.database).read(new ByteArrayInputStream(backup)));
        assertThrows(
                InvalidBackup.class,
                () -> restore(empty).read(new ByteArrayInputStream(Arrays.copyOf(backup, backup.length / 2))));
        assertEquals(kept, desk.screenings.find(kept.reference(), "ana"));
        assertEquals(
                0,
                empty.sql()
                        .sql("select count(*) from screening")
                        .query(Integer.class)
                        .single());
    }

    private static byte[] backup(Desk desk) {
        var bytes = new ByteArrayOutputStream();
        new Backup(desk.database, desk.keys, InstantSource.system()).write(bytes);
        return bytes.toByteArray();
    }

    private static Restore restore(Database database) {
        return new Restore(database, Kept.keys(database), InstantSource.system());
    }
}
