package dev.stipple.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.ListedScreening.News;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Screening.Note;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Search.Assigned;
import dev.stipple.screening.rows.SurvivingPeople;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.renewal.KeyRenewal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who looks after a screening, what they note for each other, and what of it is new to whom, on every database. */
@Tag("whole")
abstract class CareContractTest {
    private static final String WAITS = "man-recent-transplant";
    private static final String OTHER = "woman-alopecia-totalis";

    private final Desk desk = new Desk(fresh());

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends CareContractTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends CareContractTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @Test
    void whoIsGivenAScreeningFindsItAndItMakesNoVersion() {
        var mine = desk.keep(WAITS, Desk.MARIE);
        var nobodys = desk.keep(OTHER, Contact.NONE);

        var given = desk.screenings.assign(mine.reference(), "ana", "ben");

        assertThat(given.assignee()).isEqualTo("ana");
        assertThat(given.version()).isEqualTo(mine.version());
        assertThat(given.changedAt()).isEqualTo(mine.changedAt());
        assertThat(desk.screenings.find(mine.reference(), "ana")).isEqualTo(given);
        assertThat(found(Search.ALL.with(f -> f.withAssigned(Assigned.to("ana")))))
                .containsExactly(mine.reference());
        assertThat(found(Search.ALL.with(f -> f.withAssigned(Assigned.toNobody(List.of())))))
                .containsExactly(nobodys.reference());
        assertThat(listed(mine, "ana").assignee()).isEqualTo("ana");
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    @Test
    void givingIsLoggedOnceAndCanBeTakenBack() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.assign(kept.reference(), "ana", "ben");
        desk.screenings.assign(kept.reference(), "ana", "ben");

        var taken = desk.screenings.assign(kept.reference(), null, "ana");

        assertThat(taken.assignee()).isNull();
        assertThat(desk.audit.of(kept.reference().code()))
                .filteredOn(each -> each.action() == Action.ASSIGNED)
                .extracting(AuditEntry::actor, AuditEntry::detail)
                .containsExactly(tuple("ben", "ana"), tuple("ana", ""));
    }

    @Test
    void whatIsGivenToWhomCannotOpenItAnyMoreIsNobodys() {
        var closed = desk.keep(WAITS, Contact.NONE);
        var other = desk.keep(WAITS, Contact.NONE);
        var nobodys = desk.keep(WAITS, Contact.NONE);
        desk.screenings.assign(closed.reference(), "zoe", "ben");
        desk.screenings.assign(other.reference(), "ana", "ben");

        assertThat(found(Search.ALL.with(f -> f.withAssigned(Assigned.toNobody(List.of("zoe", "max"))))))
                .containsExactly(nobodys.reference(), closed.reference());
        assertThat(listed(closed, "ben").assignee()).isEqualTo("zoe");
    }

    @Test
    void whoLooksAfterAScreeningStaysThroughItsChangesAndGoesWithIt() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.assign(kept.reference(), "ana", "ben");
        desk.sendBack(kept, "How short?");

        var revised = desk.screenings.revise(kept.reference(), 2, Desk.answers(OTHER), Shipped.assessor(), "ben");
        assertThat(revised.assignee()).isEqualTo("ana");

        desk.screenings.erase(kept.reference(), "ana", "asked for");
        assertThat(found(Search.ALL.with(f -> f.withAssigned(Assigned.to("ana")))))
                .isEmpty();
        assertThatThrownBy(() -> desk.screenings.assign(kept.reference(), "ana", "ben"))
                .isInstanceOf(ErasedScreening.class);
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    /** Whoever writes to the database gives nothing away. */
    @Test
    void toWhomItIsGivenIsUnderTheSeal() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.database.sql().sql("update screening set assignee = 'eve'").update();

        assertThatThrownBy(() -> desk.screenings.find(kept.reference(), "ana")).isInstanceOf(Altered.class);
        assertThat(listed(kept, "ana").assignee()).isNull();
    }

    @Test
    void whatIsNewToOneIsNotSeenByAnothersReading() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        assertThat(listed(kept, "ana").news()).isEqualTo(News.NEW);

        desk.screenings.find(kept.reference(), "ben");

        assertThat(listed(kept, "ana").news()).isEqualTo(News.NEW);
        assertThat(listed(kept, "ben").news()).isNull();
        assertThat(found(Search.ALL.with(f -> f.withNewTo("ana")))).containsExactly(kept.reference());
        assertThat(found(Search.ALL.with(f -> f.withNewTo("ben")))).isEmpty();
    }

    @Test
    void whatHasAnotherVersionIsChangedForWhoSawTheOneBeforeAndNotForWhoMadeIt() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.find(kept.reference(), "ana");
        desk.screenings.find(kept.reference(), "ben");

        desk.sendBack(kept, "How short?");

        assertThat(listed(kept, "ana").news()).isNull();
        assertThat(listed(kept, "ben").news()).isEqualTo(News.CHANGED);
        assertThat(found(Search.ALL.with(f -> f.withNewTo("ben")))).containsExactly(kept.reference());
        desk.screenings.find(kept.reference(), "ben");
        assertThat(listed(kept, "ben").news()).isNull();
        desk.screenings.revise(kept.reference(), 2, Desk.answers(OTHER), Shipped.assessor(), "ben");
        assertThat(listed(kept, "ben").news()).isNull();
        assertThat(listed(kept, "ana").news()).isEqualTo(News.CHANGED);
    }

    /** Neither a list, an export nor the work of the service opens it for anybody. */
    @Test
    void onlyWhoOpensItHasSeenIt() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.list(Search.ALL, "ana");
        desk.screenings.assign(kept.reference(), "ana", "ben");
        desk.screenings.mark(kept.reference(), 1, 1, true, "ben");

        assertThat(listed(kept, "ana").news()).isEqualTo(News.NEW);
    }

    @Test
    void newsIsCountedAndPagedLikeAnythingElse() {
        var seen = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.find(seen.reference(), "ana");
        for (int each = 0; each < 5; each++) {
            desk.keep(each % 2 == 0 ? WAITS : OTHER, Desk.MARIE);
        }
        var erased = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.erase(erased.reference(), "ben", "asked for");

        var search = Search.ALL.with(f -> f.withNewTo("ana").withText("dupont")).ofSize(3);
        var page = desk.screenings.list(search, "ana");

        assertThat(page.total()).isEqualTo(5);
        assertThat(desk.screenings.list(search.after(page.next()), "ana").screenings())
                .hasSize(2);
        assertThat(desk.screenings.count(Search.ALL.with(f -> f.withNewTo("ana"))))
                .isEqualTo(5);
    }

    /** Whoever gives a screening to whom it is given, or says a note again, is shown all of it as by reading. */
    @Test
    void whatChangesNothingIsReadAndInTheLogAsThat() {
        var kept = desk.keep(WAITS, Desk.MARIE);

        desk.screenings.assign(kept.reference(), null, "eve");
        desk.screenings.assign(kept.reference(), "ana", "ben");
        desk.screenings.assign(kept.reference(), "ana", "fay");
        desk.screenings.note(kept.reference(), "Call her.", "gus");
        desk.screenings.note(kept.reference(), "Call her.", "gus");

        assertThat(desk.audit.of(kept.reference().code()))
                .filteredOn(entry -> entry.action() == Action.READ)
                .extracting(AuditEntry::actor)
                .containsExactly("eve", "fay", "gus");
    }

    @Test
    void whoSawAScreeningGoesWithIt() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.find(kept.reference(), "ana");

        desk.screenings.erase(kept.reference(), "ben", "asked for");

        assertThat(desk.database
                        .sql()
                        .sql("select count(*) from seen")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(listed(kept, "ana").news()).isNull();
        assertThat(new Erasures(desk.database, desk.audit)
                        .of(kept.reference())
                        .orElseThrow()
                        .left())
                .isZero();
    }

    /** As from several tabs of one browser, while somebody decides and another one erases. */
    @Test
    void manyWhoReadDecideAndEraseAtOnceAreInNobodysWay() throws Exception {
        var kept = desk.keep(WAITS, Desk.MARIE);
        var erased = desk.keep(WAITS, Desk.MARIE);
        Callable<Screening> reads = () -> desk.screenings.find(kept.reference(), "ana");
        Callable<Screening> gives = () -> desk.screenings.assign(kept.reference(), "ana", "ana");
        Callable<Screening> decides = () -> desk.sendBack(kept, "How short?");
        Callable<Screening> readsErased = () -> {
            try {
                return desk.screenings.find(erased.reference(), "ana");
            } catch (ErasedScreening e) {
                return erased;
            }
        };
        Callable<Screening> erases = () -> {
            desk.screenings.erase(erased.reference(), "ben", "asked for");
            return erased;
        };

        var pool = Executors.newFixedThreadPool(4);
        for (var each : pool.invokeAll(
                List.of(reads, readsErased, reads, erases, reads, readsErased, decides, gives, reads, readsErased))) {
            each.get();
        }
        pool.shutdown();

        desk.screenings.find(kept.reference(), "ana");
        assertThat(listed(kept, "ana").news()).isNull();
        assertThat(new Erasures(desk.database, desk.audit)
                        .of(erased.reference())
                        .orElseThrow()
                        .left())
                .isZero();
    }

    /** What is planned for somebody or who looks after them changes nothing about how long they wait. */
    @Test
    void aScreeningWaitsSinceItsAnswersCameToBe() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.wait(Duration.ofDays(9));
        desk.screenings.mark(kept.reference(), 1, 1, true, "ben");
        desk.screenings.assign(kept.reference(), "ana", "ben");
        assertThat(listed(kept, "ana").revisedAt()).isEqualTo(kept.receivedAt());

        desk.screenings.revise(kept.reference(), 1, Desk.answers(OTHER), Shipped.assessor(), "ben");

        assertThat(listed(kept, "ana").revisedAt()).isEqualTo(desk.now());
    }

    @Test
    void notesAreKeptInTheirOrderAndMakeNoVersion() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.note(kept.reference(), "Call her on Monday.", "ana");
        desk.wait(Duration.ofDays(1));

        var noted = desk.screenings.note(kept.reference(), "She called back.", "ben");

        assertThat(noted.notes())
                .extracting(Note::number, Note::actor, Note::text, Note::at)
                .containsExactly(
                        tuple(1, "ana", "Call her on Monday.", kept.receivedAt()),
                        tuple(2, "ben", "She called back.", desk.now()));
        assertThat(noted.version()).isEqualTo(kept.version());
        assertThat(noted.changedAt()).isEqualTo(kept.changedAt());
        assertThat(desk.screenings.find(kept.reference(), "ana")).isEqualTo(noted);
        desk.sendBack(kept, "How short?");
        desk.screenings.revise(kept.reference(), 2, Desk.answers(OTHER), Shipped.assessor(), "ana");
        assertThat(desk.screenings.find(kept.reference(), "ana").notes()).isEqualTo(noted.notes());
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    @Test
    void theLogTellsThatSomebodyNotedSomethingAndNotWhat() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.note(kept.reference(), "Call her on Monday.", "ana");

        assertThat(desk.audit.of(kept.reference().code()))
                .filteredOn(each -> each.action() == Action.NOTED)
                .extracting(AuditEntry::actor, AuditEntry::detail)
                .containsExactly(tuple("ana", "note 1"));
        byte[] content = desk.database
                .sql()
                .sql("select content from note")
                .query((row, line) -> row.getBytes(1))
                .single();
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("Monday");
        assertThat(desk.screenings.find(kept.reference(), "ana").notes().get(0)).hasToString("note 1 by ana");
    }

    @Test
    void aNoteSaysSomethingAndIsNotEndless() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        desk.screenings.note(kept.reference(), "é".repeat(Note.LONGEST), "ana");

        for (String none : List.of("", " \n ", "é".repeat(Note.LONGEST + 1))) {
            assertThatThrownBy(() -> desk.screenings.note(kept.reference(), none, "ana"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(desk.screenings.find(kept.reference(), "ana").notes()).hasSize(1);
    }

    @Test
    void whatIsSaidTwiceInARowIsKeptOnce() {
        var kept = desk.keep(WAITS, Desk.MARIE);
        for (String actor : List.of("ana", "ana", "ben", "ana")) {
            desk.screenings.note(kept.reference(), "Called.", actor);
        }

        assertThat(desk.screenings.find(kept.reference(), "ana").notes())
                .extracting(Note::actor)
                .containsExactly("ana", "ben", "ana");
    }

    @Test
    void notesGoWithThePersonAndOpenWithNewKeys() {
        var erased = desk.keep(WAITS, Desk.MARIE);
        var kept = desk.keep(OTHER, Desk.MARIE);
        for (var each : List.of(erased, kept)) {
            desk.screenings.note(each.reference(), "Call her on Monday.", "ana");
        }
        desk.screenings.erase(erased.reference(), "ben", "asked for");
        var renewal = new KeyRenewal(
                desk.database,
                desk.keys,
                desk.audit,
                List.of(new SurvivingPeople(desk.database, desk.keys)),
                Duration.ZERO,
                desk::now);
        for (int step = 0; step < 4; step++) {
            renewal.run();
            desk.wait(Duration.ofMinutes(3));
        }

        assertThat(desk.screenings.find(kept.reference(), "ana").notes()).hasSize(1);
        assertThatThrownBy(() -> desk.screenings.note(erased.reference(), "Too late.", "ana"))
                .isInstanceOf(ErasedScreening.class);
        assertThat(new Erasures(desk.database, desk.audit)
                        .of(erased.reference())
                        .orElseThrow()
                        .left())
                .isZero();
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    @Test
    void ofManyWhoNoteAtOnceEachIsKept() throws Exception {
        var kept = desk.keep(WAITS, Desk.MARIE);
        var pool = Executors.newFixedThreadPool(4);
        List<Callable<Screening>> notes = List.of("ana", "ben", "max", "zoe").stream()
                .map(actor -> (Callable<Screening>) () -> desk.screenings.note(kept.reference(), "Called.", actor))
                .toList();
        for (var each : pool.invokeAll(notes)) {
            each.get();
        }
        pool.shutdown();

        assertThat(desk.screenings.find(kept.reference(), "ana").notes())
                .extracting(Note::actor)
                .containsExactlyInAnyOrder("ana", "ben", "max", "zoe");
    }

    private ListedScreening listed(Screening kept, String reader) {
        return desk.screenings.list(Search.ALL, reader).screenings().stream()
                .filter(each -> each.reference().equals(kept.reference()))
                .findFirst()
                .orElseThrow();
    }

    private List<Reference> found(Search search) {
        return desk.screenings.list(search, "max").screenings().stream()
                .map(ListedScreening::reference)
                .toList();
    }
}
