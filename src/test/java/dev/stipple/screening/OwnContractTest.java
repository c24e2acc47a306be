package dev.stipple.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.kept.UnknownLink;
import dev.stipple.store.RandomTokens;
import dev.stipple.store.audit.AuditEntry.Action;
import dev.stipple.store.keys.Altered;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every database has to do about the links by which people find their own screening. */
@Tag("whole")
abstract class OwnContractTest {
    private static final Duration KEEP = Duration.ofDays(365);

    private final Desk desk = new Desk(fresh());
    private final OwnScreenings own = new OwnScreenings(desk.database, desk.screenings, KEEP, desk::now);
    private final Link link = new Link(RandomTokens.next());

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends OwnContractTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends OwnContractTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @Test
    void aLinkOpensItsScreeningAndThatIsNoted() {
        var kept = keep(link);
        keep(new Link(RandomTokens.next()));
        desk.keep("man-recent-transplant", Contact.NONE);

        assertThat(own.find(link)).isEqualTo(kept);

        assertThat(desk.audit.of(kept.reference().code()))
                .anyMatch(each -> each.action() == Action.READ && each.actor().equals(OwnScreenings.ACTOR));
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void nothingThatIsKeptTellsTheLink() {
        var kept = keep(link);

        for (String table : List.of("screening", "revision", "idempotency", "search_term", "audit")) {
            desk.database
                    .sql()
                    .sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> assertThat(row.values().stream().map(OwnContractTest::text))
                            .noneMatch(text -> text.contains(link.token())));
        }
        assertThat(kept.toString() + link).doesNotContain(link.token());
        assertThat(link.hash()).hasSize(64);
        assertThat(link.token()).hasSize(32);
    }

    @Test
    void anErasedAnExpiredAndAnUnknownLinkOpenNothing() {
        var kept = keep(link);
        var other = new Link(RandomTokens.next());
        keep(other);
        own.erase(link);

        assertThatThrownBy(() -> own.find(link)).isInstanceOf(UnknownLink.class);
        assertThatThrownBy(() -> own.erase(link)).isInstanceOf(UnknownLink.class);
        assertThatThrownBy(() -> own.find(new Link("guessed"))).isInstanceOf(UnknownLink.class);
        assertThat(new Erasures(desk.database, desk.audit)
                        .of(kept.reference())
                        .orElseThrow()
                        .left())
                .isZero();

        desk.wait(KEEP.minusMinutes(5));
        assertThat(own.isKept(other)).isTrue();
        desk.wait(Duration.ofMinutes(10));
        assertThat(own.isKept(other)).isFalse();
    }

    @Test
    void aFormThatWasOpenedAgainIsErasedToo() {
        var kept = keep(link);
        var drafts = new DraftsInDatabase(desk.database, desk.keys, desk.audit, 9, Duration.ofDays(30), desk::now);
        drafts.reopen(link.token(), Spoken.EN, "{\"a\":1}");
        String other = drafts.begin(Spoken.EN).token();

        desk.screenings.erase(kept.reference(), "ana", "asked for");

        assertThat(drafts.find(link.token())).isEmpty();
        assertThat(drafts.find(other)).isPresent();
    }

    @Test
    void aFormThatIsOpenedAgainWhileAllIsErasedDoesNotOutliveIt() throws Exception {
        var drafts = new DraftsInDatabase(desk.database, desk.keys, desk.audit, 9, Duration.ofDays(30), desk::now);
        var threads = Executors.newFixedThreadPool(2);
        for (int i = 0; i < 20; i++) {
            var opened = new Link(RandomTokens.next());
            var kept = keep(opened);
            var start = new CountDownLatch(1);
            var again = threads.submit(() -> {
                start.await();
                return own.whileKept(opened, () -> drafts.reopen(opened.token(), Spoken.EN, "{\"a\":1}"));
            });
            var erased = threads.submit(() -> {
                start.await();
                desk.screenings.erase(kept.reference(), "ana", "asked for");
                return true;
            });
            start.countDown();

            assertThat(erased.get()).isTrue();
            try {
                again.get();
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(UnknownLink.class);
            }
            assertThat(drafts.find(opened.token())).as("round %d", i).isEmpty();
        }
        threads.shutdown();
    }

    @Test
    void whatSomebodySendsAgainAnswersTheQuestionAndWaitsForADecision() {
        var kept = keep(link);
        desk.sendBack(kept, "How short?");

        own.revise(link, Desk.answers("bald-man-shaved-look"), Shipped.assessor(), () -> true);

        var again = own.find(link);
        assertThat(again.status()).isEqualTo(Status.WAITING);
        assertThat(again.agenda().questions()).isEmpty();
        assertThat(again.revisions()).hasSize(2);
        assertThat(again.current().actor()).isEqualTo(OwnScreenings.ACTOR);
        assertThat(desk.screenings.list(Search.ALL, "ana").screenings().get(0).revision())
                .isEqualTo(2);
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void whatIsHandedOverInAFormThatCannotBeTakenIsNotKept() {
        var submission =
                new Submission(Desk.answers("man-recent-transplant"), Spoken.EN, Desk.MARIE, "2026-01").withLink(link);

        assertThat(own.keep(submission, Shipped.assessor(), () -> false)).isFalse();
        assertThat(own.isKept(link)).isFalse();
        assertThat(own.keep(submission, Shipped.assessor(), () -> true)).isTrue();
        assertThat(own.isKept(link)).isTrue();
    }

    @Test
    void whatWasSentAgainAlreadyIsNotKeptOnceMore() {
        var kept = keep(link);

        assertThat(own.revise(link, Desk.answers("bald-man-shaved-look"), Shipped.assessor(), () -> false))
                .isFalse();

        assertThat(own.find(link)).isEqualTo(kept);
    }

    @Test
    void aFormThatCannotBeClosedKeepsNothing() {
        var kept = keep(link);

        assertThatThrownBy(() -> own.revise(link, Desk.answers("bald-man-shaved-look"), Shipped.assessor(), () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(own.find(link)).isEqualTo(kept);
    }

    @Test
    void aLinkThatSomebodyMovedInTheDatabaseOpensNothing() {
        var kept = keep(link);
        var other = keep(new Link(RandomTokens.next()));
        var thief = new Link("chosen");

        desk.database
                .sql()
                .sql("update screening set link = ? where reference = ?")
                .params(thief.hash(), other.reference().code())
                .update();

        assertThatThrownBy(() -> own.find(thief)).isInstanceOf(Altered.class);
        assertThat(own.find(link).reference()).isEqualTo(kept.reference());
    }

    private Screening keep(Link to) {
        desk.wait(Duration.ofMinutes(1));
        var submission = new Submission(Desk.answers("man-recent-transplant"), Spoken.EN, Desk.MARIE, "2");
        return desk.screenings.keep(submission.withLink(to), Shipped.assessor(), "intake", null);
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
