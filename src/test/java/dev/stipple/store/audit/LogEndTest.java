package dev.stipple.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.stipple.H2;
import dev.stipple.screening.Databases;
import dev.stipple.screening.Desk;
import dev.stipple.screening.kept.Contact;
import dev.stipple.store.audit.AuditEntry.Action;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What happens at the end of the log, where somebody without the keys can cut off or add. */
@Tag("whole")
abstract class LogEndTest {
    private static final String FORGED =
            "insert into audit (number, at, actor, action, kind, subject, detail, state, follows, seal) select number"
                    + " + :past, at, 'eve', 'ERASED', kind, subject, detail, state, seal, 'forged' || :past from audit"
                    + " where number = 3";

    @TempDir
    private Path folder = Path.of("");

    private final Desk desk = new Desk(fresh());

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends LogEndTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends LogEndTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    LogEndTest() {
        for (int each = 0; each < 3; each++) {
            desk.audit.add("ana", Action.LISTED, "", "");
        }
    }

    @Test
    void aForgedTailIsReportedAndStopsNoWriteWhereverItIs() {
        for (long past : new long[] {1, 2, 500, Long.MAX_VALUE - 3}) {
            desk.database.sql().sql(FORGED).param("past", past).update();
            assertThat(desk.audit.goesOnPast(desk.audit.newest().orElseThrow())).isTrue();
        }

        desk.keep("man-recent-transplant", Contact.NONE);
        desk.audit.add("ana", Action.LISTED, "", "");

        assertThat(desk.audit.verify().faults()).hasSize(4).allMatch(fault -> fault.contains("never written"));
        assertThat(desk.audit.verify().entries()).isEqualTo(5);
        desk.database.sql().sql("delete from audit where actor = 'eve'").update();
        assertThat(desk.audit.verify().faults()).isEmpty();
    }

    @Test
    void aHeadThatIsAlteredOrGoneIsReportedForGoodAndStopsNoWrite() {
        int mended = 0;
        for (String change : new String[] {
            "update audit_head set number = 9223372036854775807",
            "update audit_head set seal = (select seal from audit where number = 1)",
            "update audit_head set proof = ''",
            "delete from audit_head"
        }) {
            long before = desk.audit.verify().entries();
            desk.database.sql().sql(change).update();
            assertThat(desk.audit.verify().faults()).as(change).hasSizeGreaterThan(mended);

            desk.audit.add("ana", Action.LISTED, "", "");

            mended++;
            assertThat(desk.audit.verify().faults())
                    .as(change)
                    .hasSize(mended)
                    .last()
                    .asString()
                    .contains("mended at " + desk.now() + " after entry " + before + ":");
            assertThat(desk.audit.verify().entries()).isEqualTo(before + 2);
            assertThat(desk.audit.latest(Long.MAX_VALUE, 2).get(1).action()).isEqualTo(Action.LOG_MENDED);
        }
    }

    /** One write later nothing else shows it. */
    @Test
    void aTailThatWasCutOffWithTheNoteOfTheEndStaysToldAndIsLogged() {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        Logger log = (Logger) LoggerFactory.getLogger(AuditLog.class);
        log.addAppender(logged);
        desk.database.sql().sql("delete from audit where number > 1").update();
        desk.database.sql().sql("update audit_head set proof = 'x'").update();

        desk.audit.add("ana", Action.LISTED, "", "");
        desk.audit.add("ana", Action.LISTED, "", "");
        log.detachAppender(logged);

        assertThat(desk.audit.verify().faults())
                .singleElement()
                .asString()
                .contains("mended at " + desk.now() + " after entry 1:");
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).contains("after entry 1;");
        });
    }

    @Test
    void forgedEntriesAndRowsCrowdOutNoAlteredRow() {
        String reference =
                desk.keep("man-recent-transplant", Contact.NONE).reference().code();
        desk.database.sql().sql("create table aside as select * from screening").update();
        for (int each = 100; each < 250; each++) {
            desk.database.sql().sql(FORGED).param("past", each).update();
            desk.database
                    .sql()
                    .sql("update aside set reference = ?")
                    .param("AAAAAAAAA" + each)
                    .update();
            desk.database.sql().sql("insert into screening select * from aside").update();
        }
        desk.database
                .sql()
                .sql("update screening set verdict = 'SUITABLE' where reference = ?")
                .param(reference)
                .update();

        assertThat(desk.audit.verify().faults())
                .contains("the row of screening " + reference + " is not as it was written")
                .contains("and 50 more entries that are not as they were written")
                .contains("and 50 more rows of screening that nothing in the log made");
    }

    @Test
    void aLogThatWasSetBackAndWentOnIsReported() {
        desk.database
                .sql()
                .sql("create table aside as select * from audit_head")
                .update();
        desk.audit.add("ana", Action.LISTED, "", "");
        desk.database
                .sql()
                .sql("update audit_head set number = (select number from aside), seal = (select seal from aside),"
                        + " proof = (select proof from aside)")
                .update();

        desk.audit.add("ben", Action.LISTED, "", "");

        assertThat(desk.audit.verify().faults()).singleElement().asString().contains("set back");
    }

    @Test
    void aTailThatWasCutOffShowsByASealNotedElsewhere() throws Exception {
        var notes = new SealNotes(folder.resolve("seals").resolve("one"));
        notes.note(desk.now(), desk.audit.newest().orElseThrow());
        desk.database
                .sql()
                .sql("create table aside as select * from audit_head")
                .update();
        desk.audit.add("ana", Action.LISTED, "", "");
        String seal = desk.audit.newest().orElseThrow().seal();
        notes.note(desk.now(), desk.audit.newest().orElseThrow());
        notes.note(desk.now(), desk.audit.newest().orElseThrow());
        assertThat(notes.read()).hasSize(2);
        assertThat(desk.audit.verify(notes.read()).faults()).isEmpty();
        assertThat(desk.audit.verify(Map.of(seal, "given")).faults()).isEmpty();

        desk.database.sql().sql("delete from audit where number = 4").update();
        assertThat(desk.audit.verify().faults()).as("the head knows it").isNotEmpty();
        desk.database
                .sql()
                .sql("update audit_head set number = (select number from aside), seal = (select seal from aside),"
                        + " proof = (select proof from aside)")
                .update();

        assertThat(desk.audit.verify().faults()).as("nothing inside knows it").isEmpty();
        assertThat(desk.audit.verify(notes.read()).faults())
                .singleElement()
                .asString()
                .contains(seal, "entry 4");
        assertThat(desk.audit.verify(Map.of(seal, "given with --seal")).faults())
                .singleElement()
                .asString()
                .contains("given with --seal");
    }

    @Test
    void everyFaultIsToldAndWhatFollowsIsStillChecked() {
        for (int each = 0; each < 7; each++) {
            desk.audit.add("ana", Action.LISTED, "", "");
        }

        desk.database
                .sql()
                .sql("update audit set actor = 'eve' where number = 2")
                .update();
        desk.database.sql().sql("delete from audit where number in (5, 6)").update();
        desk.database
                .sql()
                .sql("update audit set action = 'NONSENSE' where number = 9")
                .update();

        assertThat(desk.audit.verify().faults())
                .satisfiesExactly(
                        first -> assertThat(first).contains("entry 2 "),
                        second -> assertThat(second).contains("entry 9 "),
                        third -> assertThat(third).contains("between 4 and 7"));
        assertThat(desk.audit.verify().entries()).isEqualTo(6);
    }
}
