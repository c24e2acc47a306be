package dev.stipple.store.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.H2;
import dev.stipple.Spoken;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.Erasures;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.rows.SurvivingPeople;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.Subject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever puts back the row that says which keys are in use keeps no key alive by it, and is told of. */
@Tag("whole")
abstract class KeyStatePutBackTest {
    private static final Duration DELAY = Duration.ofHours(12);

    private final Desk desk = new Desk(fresh());
    private final DraftsInDatabase drafts =
            new DraftsInDatabase(desk.database, desk.keys, desk.audit, 100, Duration.ofDays(30), desk::now);
    private final KeyRenewal renewal = new KeyRenewal(
            desk.database,
            desk.keys,
            desk.audit,
            List.of(new SurvivingPeople(desk.database, desk.keys), drafts),
            DELAY,
            desk::now);
    private final Reference person = keep();

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends KeyStatePutBackTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends KeyStatePutBackTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @Test
    void theRowOfBeforeAnErasureIsNamedAndKeepsNoKey() {
        String old = desk.keys.newest().id();
        putAside();
        desk.screenings.erase(person, "ana", "asked for");
        assertThat(desk.audit.verify().faults()).isEmpty();

        putBack();

        assertNamedAndMended(old);
        assertThat(new Erasures(desk.database, desk.audit)
                        .of(person)
                        .orElseThrow()
                        .keysDestroyed())
                .isNotNull();
    }

    @Test
    void theRowOfBeforeADraftWasDeletedIsNamedAndKeepsNoKey() {
        String old = desk.keys.newest().id();
        var draft = drafts.begin(Spoken.EN);
        putAside();
        drafts.delete(draft);
        assertThat(desk.audit.verify().faults()).isEmpty();

        putBack();

        assertNamedAndMended(old);
    }

    /** While one took over, the row says that the one before is about to be destroyed; by now that is another one. */
    @Test
    void theRowOfWhileKeysWereRenewedIsNamedAndKeepsNoKey() {
        desk.screenings.erase(keep(), "ana", "asked for");
        desk.wait(DELAY);
        renewal.run();
        putAside();
        renewed();
        String old = desk.keys.newest().id();
        desk.screenings.erase(person, "ana", "asked for");
        desk.wait(Duration.ofMinutes(1));

        putBack();

        assertNamedAndMended(old);
    }

    /** Nothing can be kept by a generation that is gone, until another one has taken over. */
    @Test
    void theRowOfAGenerationThatWasDestroyedIsNamedAndReplaced() {
        putAside();
        desk.screenings.erase(person, "ana", "asked for");
        desk.wait(DELAY);
        renewed();
        Reference other = keep();
        String old = desk.keys.newest().id();

        putBack();

        assertNamedAndMended(old);
        assertThat(desk.screenings.find(other, "ana").contact()).isEqualTo(Desk.MARIE);
        assertThat(desk.screenings.find(keep(), "ana").contact()).isEqualTo(Desk.MARIE);
    }

    /** What is erased while the row is not the right one neither makes it right nor is forgotten. */
    @Test
    void anErasureMakesARowThatWasPutBackNoRightOne() {
        putAside();
        desk.screenings.erase(person, "ana", "asked for");
        desk.wait(DELAY);
        renewed();
        String old = desk.keys.newest().id();
        Reference other = keep();
        putBack();

        desk.screenings.erase(other, "ana", "asked for");

        assertNamedAndMended(old);
    }

    /** Neither is the log alone what tells that keys are due. */
    @Test
    void withoutTheEntryOfTheErasureTheRowStillTellsThatKeysAreDue() {
        String old = desk.keys.newest().id();
        desk.screenings.erase(person, "ana", "asked for");
        desk.database.sql().sql("delete from audit where action <> 'KEPT'").update();

        desk.wait(DELAY);
        renewed();

        assertThat(generations()).hasSize(1).doesNotContain(old);
    }

    /** An entry that nobody sealed stands before the right one. */
    @Test
    void aForgedRenewalHidesNoErasure() {
        String old = desk.keys.newest().id();
        putAside();
        String state = desk.audit.seals().state(Subject.KEY_STATE, Subject.KEY_STATE_ROW);
        desk.screenings.erase(person, "ana", "asked for");
        putBack();
        for (String action : List.of("KEYS_RENEWED", "KEYS_DESTROYED")) {
            desk.database
                    .sql()
                    .sql("insert into audit (number, at, actor, action, kind, subject, detail, state, follows, seal)"
                            + " select 900, at, 'keys', ?, 'key_state', '1', '', ?, seal, 'forged ' || ?"
                            + " from audit where action = 'ERASED'")
                    .params(action, state, action)
                    .update();
        }

        assertThat(desk.audit.verify().faults()).anyMatch(fault -> fault.contains("key_state 1"));
        renewed();

        assertThat(generations()).hasSize(1).doesNotContain(old);
    }

    private void assertNamedAndMended(String old) {
        assertThat(desk.audit.verify().faults()).anyMatch(fault -> fault.contains("key_state 1"));

        renewed();

        assertThat(generations()).hasSize(1).doesNotContain(old);
        assertThat(renewal.run()).as("nothing more to do").isFalse();
        assertThat(desk.audit.latest(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .containsSubsequence(Action.KEYS_DESTROYED, Action.KEYS_RENEWED, Action.KEYS_MENDED);
        assertThat(desk.audit.verify().faults())
                .as("it stays told")
                .singleElement()
                .asString()
                .contains("key_state 1", "mended");
    }

    private Reference keep() {
        return desk.keep("man-recent-transplant", Desk.MARIE).reference();
    }

    private List<String> generations() {
        return desk.keys.generations().stream().map(Generation::id).toList();
    }

    private void renewed() {
        while (renewal.run()) {
            desk.wait(KeyRenewal.GRACE);
        }
    }

    private void putAside() {
        desk.database.sql().sql("create table aside as select * from key_state").update();
    }

    private void putBack() {
        desk.database.sql().sql("delete from key_state").update();
        desk.database.sql().sql("insert into key_state select * from aside").update();
    }
}
