package dev.stipple.web.console.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Desk;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Status;
import dev.stipple.web.console.VerdictMark;
import dev.stipple.web.console.insight.NewestPage.Reasons;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A row that fewer than five screenings share points at somebody. */
class TallyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final List<VerdictMark> VERDICTS = Stream.of(Verdict.values())
            .map(each -> VerdictMark.of(Shipped.rulebook().questionnaire(), each, Spoken.EN))
            .toList();

    private final Tally tally = new Tally(Shipped.rulebook(), Spoken.EN);
    private final DecisionTally decisions = new DecisionTally();

    @Test
    void whatFourShareIsNotShownAndWhatFiveShareIs() {
        add(4);
        assertThat(Stream.of(tally.rules(), tally.holding(), tally.deciding(), tally.overrides()))
                .allSatisfy(rows -> assertThat(rows).isEmpty());

        add(1);

        assertThat(tally.rules()).anyMatch(row -> row.id().equals("TRA-02") && row.count() == 5);
        assertThat(tally.holding()).anyMatch(row -> row.question().equals("How many months ago was it?"));
        assertThat(tally.deciding()).anySatisfy(row -> {
            assertThat(row.question()).isEqualTo("How many months ago was it?");
            assertThat(row.answer()).isEmpty();
            assertThat(row.share()).isEqualTo(100);
        });
        assertThat(tally.overrides()).anyMatch(row -> row.id().equals("TRA-02") && row.overruled() == 5);
    }

    @Test
    void decisionsTellWhatBecameOfEachVerdictAndWhy() {
        decide(4, Verdict.DEFER, Decision.Kind.CONFIRM, Verdict.DEFER, Decision.Reason.AGREED);
        decide(4, Verdict.DEFER, Decision.Kind.OVERRULE, Verdict.SUITABLE, Decision.Reason.SEEN_IN_PERSON);
        decide(1, Verdict.DEFER, Decision.Kind.OVERRULE, Verdict.SUITABLE, Decision.Reason.OTHER);
        decide(4, Verdict.SUITABLE, Decision.Kind.CONFIRM, Verdict.SUITABLE, Decision.Reason.AGREED);

        assertThat(decisions.outcomes(VERDICTS))
                .extracting(row -> row.verdict().verdict(), row -> row.confirmed(), row -> row.overruled())
                .containsExactly(tuple(Verdict.DEFER, 4, 5));
        assertThat(reasons()).isEqualTo(new Reasons(List.of(), 5));

        decide(1, Verdict.DEFER, Decision.Kind.OVERRULE, Verdict.SUITABLE, Decision.Reason.SEEN_IN_PERSON);

        assertThat(reasons().rare()).isEqualTo(1);
        assertThat(reasons().rows())
                .extracting(
                        row -> row.from().verdict(), row -> row.to().verdict(), row -> row.reason(), row -> row.count())
                .containsExactly(tuple(Verdict.DEFER, Verdict.SUITABLE, "reason.SEEN_IN_PERSON", 5));
    }

    private Reasons reasons() {
        return Reasons.of(decisions.reasons(VERDICTS), decisions.overruled());
    }

    private void decide(int times, Verdict ofRules, Decision.Kind kind, Verdict verdict, Decision.Reason reason) {
        for (int each = 0; each < times; each++) {
            decisions.add(ofRules, new Decision(1, NOW, "ana", 1, kind, verdict, reason, null));
        }
    }

    /** Adds people who recently had the same, of whom somebody decided that they suit. */
    private void add(int people) {
        var answers = Desk.answers("man-recent-transplant");
        var assessed = Assessed.of(Shipped.assessor(), answers, Spoken.EN, TODAY, TODAY);
        var revision = new Revision(
                1, NOW, "test", "", TODAY, TODAY, assessed.verdict(), assessed.answers(), assessed.assessment());
        for (int each = 0; each < people; each++) {
            tally.add(listed(assessed.verdict()), revision);
        }
    }

    private static ListedScreening listed(Verdict ofRules) {
        return new ListedScreening(
                Reference.random(),
                2,
                NOW,
                NOW,
                NOW,
                Status.DECIDED,
                1,
                ofRules,
                Verdict.SUITABLE,
                Spoken.EN,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
