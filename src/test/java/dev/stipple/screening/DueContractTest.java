package dev.stipple.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.assessment.TooBusy;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.agenda.UnknownDue;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import dev.stipple.screening.kept.Submission;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every database has to do about what is to come for people. */
@Tag("whole")
abstract class DueContractTest {
    private static final String WAITS = "man-recent-transplant";
    private static final String LETTER = "man-keloid-history";
    private static final int SERVICES = 4;
    private static final LocalDate OVER = LocalDate.parse("2026-07-02");

    private final Desk desk = new Desk(fresh());

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends DueContractTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends DueContractTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @Test
    void aWaitIsKeptWithTheDayWhenItIsOver() {
        var kept = desk.keep(WAITS, Contact.NONE);
        desk.keep("woman-alopecia-totalis", Contact.NONE);

        assertThat(kept.agenda().next().orElseThrow().day()).isEqualTo(OVER);
        assertThat(listed(OVER)).doesNotContain(kept.reference());
        assertThat(listed(OVER.plusDays(1))).contains(kept.reference());
    }

    @Test
    void onItsDayAScreeningIsAssessedAgainByOneServiceAndWaitsForADecision() throws Exception {
        var kept = desk.keep(WAITS, Contact.NONE);
        decide(kept, Decision.Kind.CONFIRM, null);
        desk.wait(Duration.ofDays(121));
        assertThat(takeUp()).isZero();

        desk.wait(Duration.ofDays(1));
        assertThat(takeUpAtOnce()).isEqualTo(1);

        var due = find(kept);
        assertThat(due.status()).isEqualTo(Status.WAITING);
        assertThat(due.revisions()).hasSize(2);
        assertThat(due.verdict()).isNotEqualTo(Verdict.DEFER).isNotEqualTo(kept.verdict());
        assertThat(due.current().answers()).isEqualTo(kept.current().answers());
        assertThat(due.current().given()).isEqualTo(kept.current().given());
        assertThat(due.agenda().items().get(0).state(OVER)).isEqualTo(Due.State.DONE);
        assertThat(due.revisions()).allMatch(each -> desk.screenings.replays(each, Spoken.EN, Shipped.assessor()));
        assertThat(takeUp()).isZero();
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void timeCountsOnFromTheDayOnWhichAnswersWereGiven() {
        desk.wait(Duration.ofMinutes(1));
        var submission = new Submission(Desk.answers(WAITS), Spoken.EN, Contact.NONE, "2026-01")
                .givenOn(LocalDate.parse("2026-01-02"));

        var kept = desk.screenings.keep(submission, Shipped.assessor(), "intake", null);

        assertThat(kept.agenda().next().orElseThrow().day()).isEqualTo("2026-05-02");
    }

    @Test
    void aReassessmentBeforehandPutsTheDayOffByNothing() {
        var kept = desk.keep(WAITS, Contact.NONE);
        desk.wait(Duration.ofDays(45));

        var again = desk.screenings.reassess(kept.reference(), 1, Shipped.assessor(), "ana");

        assertThat(again.current().asOf()).isEqualTo("2026-04-16");
        assertThat(again.agenda().next().orElseThrow().day()).isEqualTo(OVER);
    }

    @Test
    void aQuestionThatNobodyAnswersBringsThePersonBack() {
        var kept = desk.keep(WAITS, Contact.NONE);
        decide(kept, Decision.Kind.SEND_BACK, "How short do you wear it?");
        assertThat(find(kept).agenda().next().orElseThrow().text()).isEqualTo("How short do you wear it?");
        desk.wait(Duration.ofDays(14));

        assertThat(takeUp()).isEqualTo(1);

        assertThat(find(kept).status()).isEqualTo(Status.WAITING);
        assertThat(find(kept).agenda().items()).anyMatch(each -> each.isQuestion() && !each.done());

        var answered = desk.screenings.revise(
                kept.reference(), find(kept).version(), Desk.answers(WAITS), Shipped.assessor(), "intake");
        assertThat(answered.agenda().items()).noneMatch(each -> each.isQuestion() && !each.done());
    }

    @Test
    void aLetterIsOverdueUntilItIsMarkedAsDone() {
        var kept = desk.keep(LETTER, Contact.NONE);
        LocalDate by = kept.agenda().next().orElseThrow().day();
        desk.wait(Duration.ofDays(50));
        assertThat(takeUp()).isEqualTo(1);
        assertThat(takeUp()).isZero();

        var due = find(kept);
        var open = due.agenda().next().orElseThrow();
        assertThat(open.day()).isEqualTo(by);
        assertThat(open.state(by.plusDays(1))).isEqualTo(Due.State.OVERDUE);
        int index = due.agenda().items().indexOf(open);
        var done = mark(due, index + 1);

        assertThat(done.agenda().items().get(index).done()).isTrue();
        assertThat(done.version()).isEqualTo(due.version());
        assertThat(List.of(0, due.agenda().items().size() + 1))
                .allSatisfy(
                        number -> assertThatThrownBy(() -> mark(due, number)).isInstanceOf(UnknownDue.class));
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    /** The job may be late, as when no service ran. */
    @Test
    void whatIsMarkedOnTheDayBeforeItIsTakenUpIsTakenUpAllTheSame() {
        var kept = desk.keep(WAITS, Contact.NONE);
        desk.wait(Duration.ofDays(122));

        mark(kept, 1);

        assertThat(takeUp()).isEqualTo(1);
        assertThat(find(kept).status()).isEqualTo(Status.WAITING);
        assertThat(find(kept).revisions()).hasSize(2);
        assertThat(takeUp()).isZero();
    }

    @Test
    void whatIsOpenedAgainAfterItsDayBringsThePersonBack() {
        var kept = desk.keep(WAITS, Contact.NONE);
        decide(kept, Decision.Kind.CONFIRM, null);
        mark(find(kept), 1);
        desk.wait(Duration.ofDays(130));
        assertThat(takeUp()).isZero();

        var opened = desk.screenings.mark(kept.reference(), find(kept).version(), 1, false, "ana");

        assertThat(opened.agenda().next()).isPresent();
        assertThat(takeUp()).isEqualTo(1);
        assertThat(find(kept).status()).isEqualTo(Status.WAITING);
        assertThat(takeUp()).isZero();
    }

    @Test
    void whoeverIsDecidedOnTheDayBeforeTheyAreTakenUpComesBackWhereSomethingIsOpen() {
        var waits = desk.keep(WAITS, Contact.NONE);
        var suits = desk.keep(WAITS, Contact.NONE);
        desk.wait(Duration.ofDays(122));

        decide(waits, Decision.Kind.CONFIRM, null);
        desk.screenings.decide(
                suits.reference(),
                1,
                Decision.Kind.OVERRULE,
                Verdict.SUITABLE,
                Decision.Reason.SEEN_IN_PERSON,
                null,
                "ana");

        assertThat(takeUp()).isEqualTo(1);
        assertThat(find(waits).status()).isEqualTo(Status.WAITING);
        assertThat(find(suits).status()).isEqualTo(Status.DECIDED);
    }

    @Test
    void whatIsMarkedAtTheSameMomentIsAllKept() throws Exception {
        var kept = desk.keep(LETTER, Contact.NONE);
        for (int i = 0; i < 12; i++) {
            decide(find(kept), Decision.Kind.SEND_BACK, "Question " + i);
        }
        var asked = find(kept);
        List<Callable<Screening>> marks = IntStream.rangeClosed(
                        1, asked.agenda().items().size())
                .mapToObj(number -> (Callable<Screening>) () -> mark(asked, number))
                .toList();

        atOnce(marks);

        assertThat(find(kept).agenda().items()).hasSizeGreaterThan(12).allMatch(Due::done);
        assertThat(desk.audit.verify().holds()).isTrue();
    }

    @Test
    void whoeverIsOverruledToSuitHasNothingToWaitFor() {
        var kept = desk.keep(WAITS, Contact.NONE);

        var decided = desk.screenings.decide(
                kept.reference(),
                1,
                Decision.Kind.OVERRULE,
                Verdict.SUITABLE,
                Decision.Reason.SEEN_IN_PERSON,
                null,
                "ana");

        assertThat(decided.agenda().items()).isEmpty();
    }

    @Test
    void nothingIsDueOfTheErasedAndAnAlteredRowHoldsUpNoOther() {
        var erased = desk.keep(WAITS, Contact.NONE);
        var altered = desk.keep(WAITS, Contact.NONE);
        var other = desk.keep(WAITS, Contact.NONE);
        desk.screenings.erase(erased.reference(), "ana", "asked for");
        desk.database
                .sql()
                .sql("update screening set status = 'DECIDED' where reference = ?")
                .param(altered.reference().code())
                .update();
        desk.wait(Duration.ofDays(130));

        assertThat(takeUp()).isEqualTo(1);

        assertThat(find(other).revisions()).hasSize(2);
        assertThat(listed(LocalDate.parse("2027-01-01"))).doesNotContain(erased.reference());
    }

    @Test
    void oneThatCannotBeAssessedNowHoldsUpNoOther() {
        desk.keep(WAITS, Contact.NONE);
        desk.keep(WAITS, Contact.NONE);
        desk.wait(Duration.ofDays(130));
        var first = new AtomicBoolean(true);
        var busy = new Assessor(
                Shipped.rulebook(),
                new Reasoner(Shipped.rulebook()),
                Outlook.Depth.WHOLE,
                (assessment, took) -> {},
                () -> {
                    if (first.getAndSet(false)) {
                        throw new TooBusy();
                    }
                    return () -> {};
                });

        assertThat(takeUp(busy)).isEqualTo(1);

        assertThat(takeUp(busy)).as("with the next run").isEqualTo(1);
    }

    /** How many are taken up by some services in all. */
    private int takeUpAtOnce() throws Exception {
        return atOnce(Collections.nCopies(SERVICES, (Callable<Integer>) this::takeUp)).stream()
                .mapToInt(each -> each)
                .sum();
    }

    private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
        var running = Executors.newFixedThreadPool(SERVICES);
        try {
            var results = new ArrayList<T>();
            for (var each : running.invokeAll(all)) {
                results.add(each.get());
            }
            return results;
        } finally {
            running.shutdown();
        }
    }

    private int takeUp() {
        return takeUp(Shipped.assessor());
    }

    private int takeUp(Assessor today) {
        return new DueScreenings(desk.database, desk.keys, desk.audit, desk.outbox, desk::now).takeUp(today);
    }

    private void decide(Screening kept, Decision.Kind kind, @Nullable String note) {
        desk.screenings.decide(kept.reference(), kept.version(), kind, null, Decision.Reason.AGREED, note, "ana");
    }

    private Screening mark(Screening kept, int number) {
        return desk.screenings.mark(kept.reference(), kept.version(), number, true, "ana");
    }

    private Screening find(Screening kept) {
        return desk.screenings.find(kept.reference(), "ana");
    }

    private List<Reference> listed(LocalDate before) {
        return desk
                .screenings
                .list(Search.ALL.with(f -> f.withDueBefore(before)).sortedBy(Search.Order.DUE, false), "ana")
                .screenings()
                .stream()
                .map(each -> each.reference())
                .toList();
    }
}
