package dev.stipple.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.rows.SurvivingPeople;
import dev.stipple.store.Unreadable;
import dev.stipple.store.audit.AuditEntry;
import dev.stipple.store.keys.Altered;
import dev.stipple.store.keys.Generation;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.store.renewal.KeyRenewal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One person whose rows somebody changed in the database: named, not shown, and in nobody else's way. */
@Tag("whole")
abstract class AlteredPeopleTest {
    private final Desk desk = new Desk(fresh());
    private final Reference spoilt =
            desk.keep("man-recent-transplant", Desk.MARIE).reference();
    private final Reference whole =
            desk.keep("woman-alopecia-totalis", Desk.MARIE).reference();

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends AlteredPeopleTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends AlteredPeopleTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    /** It carries no seal, as it is wrapped anew now and then; taken away, it would look like an erasure that nobody asked for. */
    @Test
    void theKeyOfAPersonThatIsAlteredMovedOrTakenAwayIsNamedAndStopsNobodyElse() {
        run("create table aside as select * from screening");

        for (String change : List.of(
                "wrapped_key = consent",
                "wrapped_key = (select wrapped_key from aside where reference = '" + whole.code() + "')",
                "wrapped_key = null",
                "wrapped_key = null, generation = null",
                "generation = null",
                "generation = 'unknown'")) {
            run("update screening set " + change + " where reference = '" + spoilt.code() + "'");

            assertThat(desk.audit.verify().faults())
                    .as(change)
                    .singleElement()
                    .asString()
                    .contains("key", spoilt.code());
            assertThatThrownBy(() -> desk.screenings.find(spoilt, "ana"))
                    .as(change)
                    .isInstanceOf(Unreadable.class);
            assertThat(desk.screenings.list(Search.ALL, "ana").screenings())
                    .as(change)
                    .filteredOn(ListedScreening::altered)
                    .extracting(ListedScreening::reference)
                    .containsExactly(spoilt);
            assertThat(desk.screenings.find(whole, "ana").contact()).isEqualTo(Desk.MARIE);
            run("update screening set wrapped_key = (select wrapped_key from aside where aside.reference ="
                    + " screening.reference), generation = (select generation from aside where aside.reference ="
                    + " screening.reference)");
            assertThat(desk.audit.verify().faults()).isEmpty();
        }
    }

    @Test
    void theKeyOfAnErasedPersonThatIsPutBackIsNamedAndOpensNothing() {
        run("create table aside as select * from screening");
        desk.screenings.erase(spoilt, "ana", "asked for");
        run("update screening set wrapped_key = (select wrapped_key from aside where aside.reference ="
                + " screening.reference), generation = (select generation from aside where aside.reference ="
                + " screening.reference)");

        assertThat(desk.audit.verify().faults()).singleElement().asString().contains("key", spoilt.code());
        assertThatThrownBy(() -> desk.screenings.find(spoilt, "ana")).isInstanceOf(Unreadable.class);
        assertThat(desk.screenings.list(Search.ALL, "ana").screenings()).hasSize(2);
    }

    /** The destruction of keys that an erasure waits for goes on, whatever stands in the rows. */
    @Test
    void aKeyThatIsPutBackHoldsUpNoRenewal() {
        run("create table aside as select * from screening");
        desk.screenings.erase(spoilt, "ana", "asked for");
        run("update screening set wrapped_key = (select wrapped_key from aside where aside.reference ="
                + " screening.reference), generation = (select generation from aside where aside.reference ="
                + " screening.reference)");
        String before = desk.keys.newest().id();

        renew();

        assertThat(desk.keys.generations()).extracting(Generation::id).doesNotContain(before);
        assertThat(desk.screenings.find(whole, "ana").contact()).isEqualTo(Desk.MARIE);
        assertThatThrownBy(() -> desk.screenings.find(spoilt, "ana")).isInstanceOf(Unreadable.class);
    }

    private void renew() {
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
    }

    /** Everything of them is there again as it was, seals and all, while the keys that open it are not destroyed yet. */
    @Test
    void whoWasErasedAndIsPutBackWholeIsNotOpenedAndGoesWithTheKeys() {
        for (String table : List.of("screening", "revision")) {
            run("create table " + table + "_aside as select * from " + table);
        }
        desk.screenings.erase(spoilt, "ana", "asked for");
        run("delete from revision where reference = '" + spoilt.code() + "'");
        run("delete from screening where reference = '" + spoilt.code() + "'");
        for (String table : List.of("screening", "revision")) {
            run("insert into " + table + " select * from " + table + "_aside where reference = '" + spoilt.code()
                    + "'");
        }

        assertThatThrownBy(() -> desk.screenings.find(spoilt, "ana")).isInstanceOf(Altered.class);
        assertThatThrownBy(() -> desk.screenings.note(spoilt, "Call her.", "ana"))
                .isInstanceOf(Altered.class);
        assertThatThrownBy(() -> new Exports(desk.database, desk.keys, desk.audit).personFile(spoilt, "ana"))
                .isInstanceOf(Altered.class);

        renew();

        assertThat(desk.database
                        .sql()
                        .sql("select * from screening where reference = ?")
                        .param(spoilt.code())
                        .query((row, line) -> catchThrowable(() -> PersonKey.of(desk.keys, row)))
                        .single())
                .isInstanceOf(Unreadable.class);
        assertThat(desk.screenings.find(whole, "ana").contact()).isEqualTo(Desk.MARIE);
    }

    /** Nobody is kept from being erased by a row that says that they are already. */
    @Test
    void aRowThatOnlySaysThatItIsErasedIsErased() {
        run("update screening set status = 'ERASED' where reference = '" + spoilt.code() + "'");

        desk.screenings.erase(spoilt, "ana", "asked for");

        assertThatThrownBy(() -> desk.screenings.find(spoilt, "ana")).isInstanceOf(ErasedScreening.class);
        assertThat(desk.audit.verify().faults()).isEmpty();
        assertThatThrownBy(() -> desk.screenings.erase(spoilt, "ana", "again")).isInstanceOf(ErasedScreening.class);
    }

    @Test
    void aReferenceThatIsAlteredStopsNoList() {
        run("create table aside as select * from screening where reference = '" + spoilt.code() + "'");
        for (String code : List.of("AB", "K7QF3M2X9RT")) {
            run("update aside set reference = '" + code + "'");
            run("insert into screening select * from aside");

            assertThat(desk.screenings.list(Search.ALL, "ana").screenings())
                    .filteredOn(ListedScreening::altered)
                    .extracting(each -> each.reference().toString())
                    .containsExactly(code);
            run("delete from screening where reference = '" + code + "'");
        }
    }

    @Test
    void countingAndComparingPassesOverWhatWasAlteredAndSaysSo() {
        run("create table screenings as select * from screening");
        run("create table revisions as select * from revision");
        var erased = desk.keep("woman-alopecia-totalis", Desk.MARIE).reference();
        desk.screenings.erase(erased, "ana", "asked for");

        for (String change : List.of(
                "update screening set verdict = 'SUITABLE'",
                "update screening set verdict = 'NONE'",
                "update screening set wrapped_key = consent",
                "update revision set rulebook = rulebook, actor = 'eve'",
                "update revision set verdict = answers",
                "update revision set number = 7")) {
            run(change + " where reference = '" + spoilt.code() + "'");
            var seen = new ArrayList<Reference>();

            var reached = new Newest(desk.screenings).each("ana", (listed, revision) -> seen.add(listed.reference()));

            assertThat(seen).as(change).containsExactly(whole);
            assertThat(reached).as(change).isEqualTo(new Newest.Reached(true, List.of(spoilt)));
            assertThat(desk.screenings.sums().weeks()).hasSize(12);
            run("update screening set verdict = (select verdict from screenings where screenings.reference ="
                    + " screening.reference), wrapped_key = (select wrapped_key from screenings where"
                    + " screenings.reference = screening.reference) where reference = '" + spoilt.code() + "'");
            run("delete from revision where reference = '" + spoilt.code() + "'");
            run("insert into revision select * from revisions where reference = '" + spoilt.code() + "'");
        }
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    /** The seals of what is left are right. */
    @Test
    void aScreeningFromWhichARevisionADecisionOrANoteWasTakenIsNotShown() {
        desk.screenings.decide(
                spoilt, 1, Decision.Kind.OVERRULE, Verdict.NOT_SUITABLE, Decision.Reason.SEEN_IN_PERSON, null, "ana");
        desk.screenings.reassess(spoilt, 2, Shipped.assessor(), "ana");
        desk.screenings.decide(spoilt, 3, Decision.Kind.CONFIRM, null, Decision.Reason.AGREED, null, "ana");
        desk.screenings.note(spoilt, "Call her on Monday.", "ana");
        desk.screenings.note(spoilt, "She called back.", "ben");
        run("create table revisions as select * from revision");
        run("create table decisions as select * from decision");
        run("create table notes as select * from note");

        for (String taken : List.of("revision 1", "revision 2", "decision 1", "decision 2", "note 1", "note 2")) {
            String table = taken.substring(0, taken.indexOf(' '));
            run("delete from " + table + " where reference = '" + spoilt.code() + "' and number = "
                    + taken.substring(table.length() + 1));

            assertThatThrownBy(() -> desk.screenings.find(spoilt, "ana"))
                    .as(taken)
                    .isInstanceOf(Altered.class)
                    .hasMessageContaining(taken.replace(" ", " " + spoilt.code() + " "));
            assertListedAsAltered(taken);
            run("delete from " + table);
            run("insert into " + table + " select * from " + table + "s");
            assertThat(desk.screenings.find(spoilt, "ana").decisions()).hasSize(2);
        }
        run("update decision set actor = 'eve' where reference = '" + spoilt.code() + "' and number = 1");
        assertListedAsAltered("decision of somebody else");
        run("update decision set actor = 'ana' where reference = '" + spoilt.code() + "' and number = 1");
        assertThat(desk.screenings.find(spoilt, "ana").notes()).hasSize(2);
        run("update note set actor = 'eve' where reference = '" + spoilt.code() + "' and number = 1");
        assertListedAsAltered("note of somebody else");
        desk.screenings.erase(spoilt, "ana", "asked for");
        assertThatThrownBy(() -> desk.screenings.find(spoilt, "ana")).isInstanceOf(ErasedScreening.class);
    }

    private void assertListedAsAltered(String change) {
        List<ListedScreening> listed =
                desk.screenings.list(Search.ALL.ofSize(10), "ana").screenings();
        assertThat(listed.stream().filter(ListedScreening::altered).map(ListedScreening::reference))
                .as(change)
                .containsExactly(spoilt);
        assertThat(new Newest(desk.screenings).each("ana", (each, revision) -> true))
                .as(change)
                .isEqualTo(new Newest.Reached(true, List.of(spoilt)));
    }

    @Test
    void anEntryThatTheServiceDidNotWriteIsShownAsSuch() {
        run("insert into audit (number, at, actor, action, kind, subject, detail, state, follows, seal)"
                + " select number + 1, at, 'eve', 'DECIDED', kind, subject, detail, state, seal, 'x' || seal"
                + " from audit order by number desc limit 1");

        List<AuditEntry> shown = desk.audit.latest(Long.MAX_VALUE, 2);

        assertThat(shown).extracting(AuditEntry::actor).first().isEqualTo("eve");
        assertThat(shown).extracting(desk.audit::holds).containsExactly(false, true);
        assertThat(desk.audit.latest(shown.get(0).subject(), Long.MAX_VALUE, 1)).containsExactly(shown.get(0));
    }

    private void run(String statement) {
        desk.database.sql().sql(statement).update();
    }
}
