package dev.stipple.store.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.events.Outbox;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.screening.Desk;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Screening.Note;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.rows.SurvivingPeople;
import dev.stipple.soak.RestartedDatabase;
import dev.stipple.store.Database;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import dev.stipple.store.keys.MasterKeys;
import dev.stipple.store.keys.Thief;
import dev.stipple.text.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Once somebody is erased, and the time is over that SECURITY.md names, none of the keys that still exist opens anything of
 * theirs in any file of the database; before that a thief finds them.
 */
@Tag("whole")
class ErasureInFilesTest {
    private static final Duration DELAY = Duration.ofHours(12);
    private static final Retry RETRY = new Retry("website", "order 17", "digest of the body");

    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    /** A service on a database whose files a thief can have. */
    private final class Place {
        private final InstantSource clock = () -> now;
        private final Path data;
        private final Path keyFolder = folder.resolve("keys");
        private final MasterKeys masters = MasterKeys.inFile(folder.resolve("stipple.key"));
        private final Database database;
        private final Keys keys;
        private final Screenings screenings;
        private final DraftsInDatabase drafts;
        private final KeyRenewal renewal;

        private Place(DataSource source, Path data) {
            this.data = data;
            this.database = Database.open(source);
            this.keys = Keys.open(database, masters, keyFolder);
            var audit = new AuditLog(database, keys, clock);
            this.screenings =
                    new Screenings(database, keys, audit, new Outbox(database, keys, List.of(), false), clock);
            this.drafts = new DraftsInDatabase(database, keys, audit, 100, Duration.ofDays(30), clock);
            this.renewal = new KeyRenewal(
                    database, keys, audit, List.of(new SurvivingPeople(database, keys), drafts), DELAY, clock);
        }

        private Reference keep(String name, @Nullable Retry retry) {
            var submission = new Submission(
                    Desk.answers("man-recent-transplant"), Spoken.EN, new Contact(name, null, null), "2026-01");
            var kept = screenings.keep(submission, Shipped.assessor(), "intake", retry);
            screenings.decide(
                    kept.reference(), 1, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, "a note", "ana");
            screenings.note(kept.reference(), "Brought a peacock along.", "ana");
            return kept.reference();
        }

        private Thief thief() {
            database.sql().sql("checkpoint").update();
            return new Thief(data, keyFolder, masters);
        }

        private void renewed() {
            renewal.run();
            now = now.plus(DELAY);
            renewal.run();
            now = now.plus(KeyRenewal.GRACE);
            renewal.run();
        }
    }

    @Test
    void noKeyOpensAnythingOfTheErasedInH2() {
        Path data = folder.resolve("data");
        var pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + data.resolve("stipple") + H2.MODE + ";FILE_LOCK=NO", "sa", "");

        assertNothingOpens(new Place(pool, data));

        pool.dispose();
    }

    @Test
    void noKeyOpensAnythingOfTheErasedInPostgres() {
        Path data = folder.resolve("postgres").toAbsolutePath();
        try (var server = new RestartedDatabase(data)) {
            var source = new PGSimpleDataSource();
            source.setUrl(server.url());

            assertNothingOpens(new Place(source, data));
        }
    }

    private void assertNothingOpens(Place place) {
        var erased = place.keep("Zephyrine Quatrefages", RETRY);
        var survivor = place.keep("Hyacinthe Montcorbier", null);
        var deleted = place.drafts.begin(Spoken.EN);
        var open = place.drafts.begin(Spoken.EN);
        place.drafts.change(open.token(), draft -> draft.withAnswers("{\"a\":1}"));
        place.screenings.erase(erased, "ana", "asked for");
        place.drafts.delete(deleted);
        Thief before = place.thief();
        assertThat(before.keysOf(erased.code())).isNotEmpty();
        assertThat(before.keysOf(fingerprint(deleted.token()))).isNotEmpty();
        assertThat(before.finds(generation -> term(generation, "zep"))).isTrue();
        assertThat(before.finds(generation -> RETRY.fingerprint(generation).getBytes(StandardCharsets.US_ASCII)))
                .isTrue();

        place.renewed();

        Thief after = place.thief();
        assertThat(after.generations()).isEqualTo(1);
        assertThat(after.keysOf(erased.code())).isEmpty();
        assertThat(after.keysOf(fingerprint(deleted.token()))).isEmpty();
        assertThat(after.finds(generation -> term(generation, "zep"))).isFalse();
        assertThat(after.finds(generation -> RETRY.fingerprint(generation).getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(after.keysOf(survivor.code())).isNotEmpty();
        assertThat(after.keysOf(fingerprint(open.token()))).isNotEmpty();
        assertThat(after.finds(generation -> term(generation, "hya"))).isTrue();
        assertThat(place.screenings.find(survivor, "ana").contact().name()).isEqualTo("Hyacinthe Montcorbier");
        assertThat(place.screenings.find(survivor, "ana").notes())
                .extracting(Note::text)
                .containsExactly("Brought a peacock along.");
        assertThat(place.drafts.find(open.token())).isPresent();
        for (String clear :
                List.of("Zephyrine", "zephyrine", "a note", "peacock", "CONFIRM", "AGREED", "2026-01", "monthsAgo")) {
            assertThat(before.finds(clear.getBytes(StandardCharsets.UTF_8)))
                    .as(clear)
                    .isFalse();
        }
    }

    private static byte[] term(dev.stipple.store.keys.Generation generation, String beginning) {
        return Arrays.copyOf(generation.mac("search", ("^" + beginning).getBytes(StandardCharsets.UTF_8)), 8);
    }

    private static String fingerprint(String token) {
        return Digest.of(("find\n" + token).getBytes(StandardCharsets.UTF_8));
    }
}
