package dev.stipple.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.H2;
import dev.stipple.Kept;
import dev.stipple.Spoken;
import dev.stipple.screening.Databases;
import dev.stipple.store.Database;
import dev.stipple.store.RandomTokens;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditLog;
import dev.stipple.store.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What drafts do on every database. */
@Tag("whole")
abstract class DraftsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
    private final Database database = Database.open(fresh());
    private final Keys keys = Kept.keys(database);
    private final AuditLog audit = new AuditLog(database, keys, now::get);
    private final Drafts drafts = new DraftsInDatabase(database, keys, audit, 2, Duration.ofDays(30), now::get);

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends DraftsTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends DraftsTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @Test
    void nobodyWithoutTheTokenCanReadADraftNotEvenInTheDatabase() {
        var draft = drafts.begin(Spoken.EN);
        drafts.change(draft.token(), old -> old.withAnswers("{\"secret\":1}"));

        String rows =
                database.sql().sql("select * from draft").query().listOfRows().toString();
        byte[] answers = database.sql()
                .sql("select answers from draft")
                .query((row, line) -> row.getBytes(1))
                .single();

        assertFalse(rows.contains(draft.token()));
        assertFalse(new String(answers, StandardCharsets.ISO_8859_1).contains("secret"));
    }

    @Test
    void aDraftIsFoundByItsToken() {
        var draft = drafts.begin(Spoken.FR);

        assertEquals(Optional.of(draft), drafts.find(draft.token()));
        assertEquals(Optional.empty(), drafts.find("guessed"));
        assertEquals("{}", draft.answers());
    }

    @Test
    void aDraftIsOpenedAgainUnderATokenOnceAndWithItsAnswers() {
        String token = RandomTokens.next();

        var draft = drafts.reopen(token, Spoken.FR, "{\"a\":1}");

        assertEquals(Optional.of(draft), drafts.find(token));
        assertEquals(draft.begun().plus(Duration.ofDays(30)), draft.ends());
        drafts.change(token, old -> old.withAnswers("{\"a\":2}"));
        assertEquals("{\"a\":2}", drafts.reopen(token, Spoken.FR, "{\"a\":3}").answers());
    }

    @Test
    void whoeverDeletesADraftDoesNotDeleteTheOneThatWasOpenedAnewUnderItsToken() {
        var first = drafts.begin(Spoken.EN);
        drafts.take(first);
        wait(Duration.ofMinutes(1));
        var again = drafts.reopen(first.token(), Spoken.EN, "{\"a\":1}");

        assertFalse(drafts.delete(first));
        assertEquals(Optional.of(again), drafts.find(first.token()));
        drafts.change(again.token(), old -> old.withAnswers("{\"a\":2}"));
        assertTrue(drafts.delete(again));
        assertEquals(Optional.empty(), drafts.find(first.token()));
    }

    /** The keys that open its answers have to go, as after any other end. */
    @Test
    void anExpiredOneThatIsOpenedAgainIsErased() {
        String token = RandomTokens.next();
        drafts.reopen(token, Spoken.EN, "{\"a\":1}");
        wait(Duration.ofDays(30));

        assertEquals("{\"a\":2}", drafts.reopen(token, Spoken.EN, "{\"a\":2}").answers());

        assertTrue(audit.latest(Long.MAX_VALUE, 100).stream()
                .anyMatch(entry -> entry.action() == AuditEntry.Action.KEYS_DUE));
    }

    @Test
    void tokensAreLongAndNeverTheSame() {
        assertNotEquals(drafts.begin(Spoken.EN).token(), drafts.begin(Spoken.EN).token());
        assertEquals(32, RandomTokens.next().length());
    }

    @Test
    void noMoreAreOpenThanMayBe() {
        answered(drafts.begin(Spoken.EN));
        answered(drafts.begin(Spoken.EN));

        assertThrows(TooManyDrafts.class, () -> drafts.begin(Spoken.EN));
    }

    @Test
    void whereNothingWasAnsweredNobodyElseIsKeptOut() {
        for (int i = 0; i < 10; i++) {
            var empty = drafts.begin(Spoken.EN);
            drafts.change(empty.token(), draft -> draft.withLanguage(Spoken.FR));
        }

        answered(drafts.begin(Spoken.EN));
    }

    @Test
    void whereNothingWasAnsweredTheDraftIsGoneAfterAnHour() {
        Instant begun = Objects.requireNonNull(now.get());
        var empty = drafts.begin(Spoken.EN);
        var answered = drafts.begin(Spoken.EN);
        assertEquals(begun.plus(Duration.ofHours(1)), empty.ends());
        answered(answered);
        assertEquals(
                begun.plus(Duration.ofDays(30)),
                drafts.find(answered.token()).orElseThrow().ends());
        wait(Duration.ofHours(1));

        assertEquals(Optional.empty(), drafts.find(empty.token()));
        assertTrue(drafts.find(answered.token()).isPresent());
        assertEquals(1, drafts.deleteExpired());
    }

    private void answered(Draft draft) {
        drafts.change(draft.token(), old -> old.withAnswers("{\"a\":1}"));
    }

    @Test
    void whatIsNotChangedInTimeIsGoneAndMakesRoom() {
        var old = drafts.begin(Spoken.EN);
        var used = drafts.begin(Spoken.EN);
        answered(old);
        answered(used);
        wait(Duration.ofDays(29));
        drafts.change(used.token(), draft -> draft.withAnswers("{\"a\":1}"));
        wait(Duration.ofDays(1));

        assertEquals(Optional.empty(), drafts.find(old.token()));
        assertTrue(drafts.find(used.token()).isPresent());
        assertEquals(1, drafts.deleteExpired());
        assertEquals(Optional.empty(), drafts.change(old.token(), draft -> draft));
        drafts.begin(Spoken.EN);
    }

    @Test
    void changesMadeAtOnceAreAllKept() {
        var draft = drafts.begin(Spoken.EN);

        IntStream.range(0, 100)
                .parallel()
                .forEach(i -> drafts.change(draft.token(), now -> now.withAnswers(now.answers() + "x")));

        assertEquals(102, drafts.find(draft.token()).orElseThrow().answers().length());
    }

    /** Also where both happen in the same instant, as the clock stands still here. */
    @Test
    void aDraftIsTakenAsItWasFoundAndNotOnceItWasChanged() {
        var found = drafts.begin(Spoken.EN);
        var changed = drafts.change(found.token(), draft -> draft.withAnswers("{\"a\":1}"))
                .orElseThrow();
        var again = drafts.change(found.token(), draft -> draft.withAnswers("{\"a\":2}"))
                .orElseThrow();

        assertFalse(drafts.take(found));
        assertFalse(drafts.take(changed));
        assertTrue(drafts.take(again));
        assertFalse(drafts.take(again));
        assertEquals(Optional.empty(), drafts.find(found.token()));
    }

    @Test
    void whatIsDeletedIsGone() {
        var draft = drafts.begin(Spoken.EN);

        drafts.delete(draft);

        assertEquals(Optional.empty(), drafts.find(draft.token()));
    }

    @Test
    void aDraftInALogTellsNothing() {
        var draft = drafts.begin(Spoken.EN).withAnswers("{\"secret\":1}");

        assertFalse(draft.toString().contains(draft.token()));
        assertFalse(draft.toString().contains("secret"));
    }

    private void wait(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
