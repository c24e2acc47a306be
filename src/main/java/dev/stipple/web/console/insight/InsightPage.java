package dev.stipple.web.console.insight;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.sums.Sums;
import dev.stipple.web.console.VerdictMark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What all screenings come to together.
 *
 * @param weeks oldest first
 * @param keep for how many days a form is kept that somebody left
 */
record InsightPage(
        List<VerdictMark> verdicts,
        List<Week> weeks,
        Bar overdue,
        List<Bar> coming,
        Sums.Waited lately,
        Sums.Waited before,
        List<Step> funnel,
        long keep) {

    static InsightPage of(Sums sums, List<VerdictMark> verdicts, long keep) {
        int undecided =
                sums.weeks().stream().mapToInt(Sums.Week::undecided).max().orElse(0);
        int due = Stream.concat(
                        Stream.of(sums.coming().overdue()),
                        sums.coming().weeks().stream().map(Sums.Days::count))
                .max(Integer::compare)
                .orElse(0);
        LocalDate first = sums.weeks().get(0).start();
        return new InsightPage(
                verdicts,
                sums.weeks().stream()
                        .map(each -> Week.of(each, verdicts, NewestPage.share(each.undecided(), undecided)))
                        .toList(),
                new Bar(
                        first,
                        sums.coming().overdue(),
                        NewestPage.share(sums.coming().overdue(), due)),
                sums.coming().weeks().stream()
                        .map(each -> new Bar(each.start(), each.count(), NewestPage.share(each.count(), due)))
                        .toList(),
                sums.lately(),
                sums.before(),
                Step.of(sums.funnel()),
                keep);
    }

    /**
     * One week.
     *
     * @param share of its undecided ones, of those of the week with the most, in percent
     * @param parts how often each verdict came out
     */
    record Week(LocalDate start, int received, int decided, int undecided, double share, List<Part> parts) {
        static Week of(Sums.Week week, List<VerdictMark> verdicts, double share) {
            return new Week(
                    week.start(),
                    week.received(),
                    week.decided(),
                    week.undecided(),
                    share,
                    parts(week.verdicts(), week.received(), verdicts));
        }

        private static List<Part> parts(Map<Verdict, Integer> counts, int total, List<VerdictMark> verdicts) {
            var parts = new ArrayList<Part>();
            double from = 0;
            for (VerdictMark verdict : verdicts) {
                int count = counts.getOrDefault(verdict.verdict(), 0);
                double width = NewestPage.share(count, total);
                parts.add(new Part(verdict, count, from, width));
                from += width;
            }
            return List.copyOf(parts);
        }
    }

    /**
     * One verdict of a week.
     *
     * @param from where its bar begins, in percent
     * @param width of its bar, in percent
     */
    record Part(VerdictMark verdict, int count, double from, double width) {}

    /** How many from a day on, and of the longest bar, in percent. */
    record Bar(LocalDate start, int count, double share) {}

    /**
     * How many came as far as a step.
     *
     * @param key of what the step is called
     * @param share of the first step, in percent
     */
    record Step(String key, int count, double share) {
        static List<Step> of(Sums.Funnel funnel) {
            return Stream.of(
                            step("begun", funnel.begun(), funnel),
                            step("sent", funnel.sent(), funnel),
                            step("seen", funnel.seen(), funnel),
                            step("answered", funnel.answered(), funnel),
                            step("decided", funnel.decided(), funnel))
                    .toList();
        }

        private static Step step(String name, int count, Sums.Funnel funnel) {
            return new Step("insight.funnel." + name, count, NewestPage.share(count, funnel.begun()));
        }
    }
}
