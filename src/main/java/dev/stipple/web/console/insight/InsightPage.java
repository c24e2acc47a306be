package dev.stipple.web.console.insight;

import dev.stipple.rule.Verdict;
import dev.stipple.web.console.VerdictMark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What many screenings tell together.
 *
 * @param weeks oldest first
 * @param sample how many screenings the rest is counted from
 * @param altered how many were passed over, as something else than the service changed them in the database
 */
record InsightPage(
        List<VerdictMark> verdicts,
        List<Week> weeks,
        int sample,
        int altered,
        List<RuleRow> rules,
        List<AnswerRow> answers,
        List<OverrideRow> overrides) {

    /** How often each verdict came out in one week. */
    record Week(LocalDate start, int total, List<Part> parts) {
        static Week of(LocalDate start, List<VerdictMark> verdicts, Map<Verdict, Integer> counts) {
            int total = counts.values().stream().mapToInt(Integer::intValue).sum();
            var parts = new ArrayList<Part>();
            double from = 0;
            for (VerdictMark verdict : verdicts) {
                int count = counts.getOrDefault(verdict.verdict(), 0);
                double width = share(count, total);
                parts.add(new Part(verdict, count, from, width));
                from += width;
            }
            return new Week(start, total, List.copyOf(parts));
        }
    }

    /**
     * One verdict of a week.
     *
     * @param from where its bar begins, in percent
     * @param width of its bar, in percent
     */
    record Part(VerdictMark verdict, int count, double from, double width) {}

    /** A rule and how often it fired. */
    record RuleRow(String id, String factor, String title, int count, double share) {}

    /** An answer and how often it held somebody back. */
    record AnswerRow(String question, String answer, int count, double share) {}

    /** A rule that had decided, how often somebody decided on it, and how often otherwise. */
    record OverrideRow(String id, String factor, String title, int overruled, int decided, double share) {}

    static double share(int count, int of) {
        return of == 0 ? 0 : 100.0 * count / of;
    }
}
