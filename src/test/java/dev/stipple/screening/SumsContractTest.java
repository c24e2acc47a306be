package dev.stipple.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stipple.H2;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.intake.DraftsInDatabase;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Submission;
import dev.stipple.screening.sums.Sums;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every database has to count. The clock of the desk stands on a Monday morning. */
@Tag("whole")
abstract class SumsContractTest {
    private static final String WAITS = "man-recent-transplant";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private final Desk desk = new Desk(fresh());

    abstract DataSource fresh();

    /** On H2. */
    @Tag("whole")
    static final class OnH2Test extends SumsContractTest {
        @Override
        DataSource fresh() {
            return H2.fresh();
        }
    }

    /** On PostgreSQL. */
    @Tag("whole")
    static final class OnPostgresTest extends SumsContractTest {
        @Override
        DataSource fresh() {
            return Databases.postgres();
        }
    }

    @Test
    void withoutAnybodyEverySumIsNothing() {
        var sums = desk.screenings.sums();

        assertThat(sums.weeks())
                .extracting(Sums.Week::start)
                .startsWith(MONDAY.minusWeeks(11))
                .endsWith(MONDAY);
        assertThat(sums.weeks())
                .extracting(Sums.Week::received, Sums.Week::undecided)
                .containsOnly(Tuple.tuple(0, 0));
        assertThat(sums.coming().overdue()).isZero();
        assertThat(sums.lately()).isEqualTo(new Sums.Waited(0, 0, 0));
        assertThat(sums.funnel()).isEqualTo(new Sums.Funnel(0, 0, 0, 0, 0));
    }

    @Test
    void eachWeekSaysWhatCameInWhatWasDecidedFirstAndWhatStoodUndecidedAtItsEnd() {
        var decided = keep();
        var sentBack = keep();
        var erased = desk.keep("man-sixteen", Contact.NONE);
        confirm(decided);
        desk.wait(WEEK);
        keep();
        desk.sendBack(sentBack, "How short?");
        desk.screenings.erase(erased.reference(), "ana", "asked");
        desk.wait(WEEK);
        var again = desk.screenings.revise(
                sentBack.reference(), find(sentBack).version(), Desk.answers(WAITS), Shipped.assessor(), "intake");
        confirm(again);
        desk.screenings.erase(decided.reference(), "ana", "asked");

        var weeks = desk.screenings.sums().weeks();

        assertThat(weeks.subList(8, 12))
                .extracting(Sums.Week::start, Sums.Week::received, Sums.Week::decided, Sums.Week::undecided)
                .containsExactly(
                        Tuple.tuple(MONDAY.minusWeeks(1), 0, 0, 0),
                        Tuple.tuple(MONDAY, 3, 1, 2),
                        Tuple.tuple(MONDAY.plusWeeks(1), 1, 1, 1),
                        Tuple.tuple(MONDAY.plusWeeks(2), 0, 0, 1));
        assertThat(weeks.get(9).verdicts())
                .containsAllEntriesOf(Map.of(Verdict.DEFER, 2, erased.verdict(), 1, Verdict.SUITABLE, 0));
    }

    @Test
    void whoCameInLongAgoIsUndecidedInEveryWeekAndReceivedInNone() {
        keep();
        desk.wait(WEEK.multipliedBy(12));

        assertThat(desk.screenings.sums().weeks())
                .extracting(Sums.Week::received, Sums.Week::undecided)
                .containsOnly(Tuple.tuple(0, 1));
    }

    @Test
    void whatIsToComeCountsInItsWeekUntilItsDay() {
        var kept = keep();
        var erased = keep();
        LocalDate day = LocalDate.parse("2026-07-02");
        assertThat(kept.agenda().next().orElseThrow().day()).isEqualTo(day);
        desk.screenings.erase(erased.reference(), "ana", "asked");

        desk.wait(Duration.ofDays(68));
        assertThat(desk.screenings.sums().coming().weeks())
                .extracting(Sums.Days::start, Sums.Days::count)
                .startsWith(Tuple.tuple(LocalDate.parse("2026-05-04"), 0))
                .hasSize(8)
                .doesNotContain(Tuple.tuple(LocalDate.parse("2026-06-29"), 1));
        desk.wait(Duration.ofDays(1));
        assertThat(desk.screenings.sums().coming().weeks())
                .extracting(Sums.Days::start, Sums.Days::count)
                .startsWith(Tuple.tuple(LocalDate.parse("2026-05-11"), 0))
                .endsWith(Tuple.tuple(LocalDate.parse("2026-06-29"), 1));
        desk.wait(Duration.ofDays(52));
        assertThat(desk.screenings.sums().coming().overdue()).isZero();
        assertThat(desk.screenings.sums().coming().weeks().get(0))
                .isEqualTo(new Sums.Days(LocalDate.parse("2026-06-29"), 1));
        desk.wait(Duration.ofDays(1));
        assertThat(desk.screenings.sums().coming().overdue()).isEqualTo(1);
        assertThat(desk.screenings.sums().coming().weeks())
                .extracting(Sums.Days::count)
                .containsOnly(0);
    }

    @Test
    void onlyTheFirstDecisionTellsHowLongItTook() {
        List<Screening> kept = IntStream.range(0, 4).mapToObj(each -> keep()).toList();
        for (int each = 0; each < 4; each++) {
            desk.wait(Duration.ofDays(each == 3 ? 7 : 1));
            confirm(kept.get(each));
        }
        confirm(find(kept.get(0)));

        var lately = desk.screenings.sums().lately();

        assertThat(lately.decisions()).isEqualTo(4);
        assertThat(lately.median()).isCloseTo(2.5, within(0.01));
        assertThat(lately.ninetieth()).isCloseTo(7.9, within(0.01));
        desk.wait(WEEK.multipliedBy(12));
        assertThat(desk.screenings.sums().lately().decisions()).isZero();
        assertThat(desk.screenings.sums().before()).isEqualTo(lately);
        desk.wait(WEEK.multipliedBy(12));
        assertThat(desk.screenings.sums().before().decisions()).isZero();
    }

    @Test
    void theFunnelCountsHowFarEachCame() {
        var drafts = new DraftsInDatabase(desk.database, desk.keys, desk.audit, 9, Duration.ofDays(30), desk::now);
        keep();
        desk.wait(WEEK.multipliedBy(13));
        var link = new Link("a-token-of-somebody-who-sent-it");
        keep(link);
        drafts.reopen(link.token(), Spoken.EN, "{\"a\": 1}");
        drafts.begin(Spoken.EN);
        drafts.change(drafts.begin(Spoken.EN).token(), draft -> draft.withAnswers("{\"a\": 1}"));
        var looked = keep();
        desk.screenings.find(looked.reference(), "ana");
        desk.screenings.find(looked.reference(), "ben");
        desk.sendBack(keep(), "How short?");
        var revised = desk.sendBack(keep(), "How short?");
        desk.screenings.revise(
                revised.reference(), revised.version(), Desk.answers(WAITS), Shipped.assessor(), "intake");
        confirm(keep());
        var erased = keep();
        confirm(erased);
        desk.screenings.erase(erased.reference(), "ana", "asked");
        desk.screenings.erase(keep().reference(), "ana", "asked");

        assertThat(desk.screenings.sums().funnel()).isEqualTo(new Sums.Funnel(8, 7, 5, 4, 1));
        desk.wait(Duration.ofDays(31));
        assertThat(desk.screenings.sums().funnel()).isEqualTo(new Sums.Funnel(7, 7, 5, 4, 1));
    }

    @Test
    void theDecisionThatStandsIsFoundForEachWhomSomebodyDecidedOn() {
        var decided = keep();
        confirm(decided);
        overrule(decided);
        desk.sendBack(keep(), "How short?");
        var erased = keep();
        confirm(erased);
        desk.screenings.erase(erased.reference(), "ana", "asked");
        var listed = desk.screenings.list(Search.ALL, "ana").screenings();

        Map<Reference, Decision> standing = desk.screenings.standing(listed);

        assertThat(standing).containsOnlyKeys(decided.reference());
        assertThat(standing.values())
                .extracting(Decision::kind, Decision::verdict, Decision::reason)
                .containsExactly(
                        Tuple.tuple(Decision.Kind.OVERRULE, Verdict.SUITABLE, Decision.Reason.LETTER_FROM_DOCTOR));
    }

    private Screening keep() {
        return desk.keep(WAITS, Contact.NONE);
    }

    private void keep(Link link) {
        desk.screenings.keep(
                new Submission(Desk.answers(WAITS), Spoken.EN, Contact.NONE, "2026-01").withLink(link),
                Shipped.assessor(),
                "intake",
                null);
    }

    private Screening find(Screening kept) {
        return desk.screenings.find(kept.reference(), "ana");
    }

    private void confirm(Screening kept) {
        desk.screenings.decide(
                kept.reference(),
                find(kept).version(),
                Decision.Kind.CONFIRM,
                null,
                Decision.Reason.AGREED,
                null,
                "ana");
    }

    private void overrule(Screening kept) {
        desk.screenings.decide(
                kept.reference(),
                find(kept).version(),
                Decision.Kind.OVERRULE,
                Verdict.SUITABLE,
                Decision.Reason.LETTER_FROM_DOCTOR,
                null,
                "ana");
    }
}
