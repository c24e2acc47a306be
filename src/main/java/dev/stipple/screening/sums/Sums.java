package dev.stipple.screening.sums;

import dev.stipple.rule.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What screenings come to together. Erased ones count, as what is counted of them is left.
 *
 * @param weeks the last ones, oldest first; the last is this week
 * @param lately how long decisions took in these weeks
 * @param before how long they took in as many weeks before
 * @param funnel how far those came who sent their answers in these weeks
 */
public record Sums(List<Week> weeks, Coming coming, Waited lately, Waited before, Funnel funnel) {
    /**
     * What happened in one week.
     *
     * @param verdicts how often each verdict of the rules stands over what came in
     * @param decided for how many somebody decided for the first time, a question sent back included
     * @param undecided for how many nobody had ever decided as it ended, or as it is now
     */
    public record Week(LocalDate start, Map<Verdict, Integer> verdicts, int decided, int undecided) {
        public int received() {
            return verdicts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * For how many the next thing to come is on which days.
     *
     * @param overdue until today
     * @param weeks from tomorrow on
     */
    public record Coming(int overdue, List<Days> weeks) {}

    /** For how many something is next in a week. */
    public record Days(LocalDate start, int count) {}

    /**
     * How long it took until somebody decided for the first time, in days.
     *
     * @param decisions of how many, the newest; 0 where there is none to tell of
     * @param ninetieth nine of ten took no longer
     */
    public record Waited(int decisions, double median, double ninetieth) {}

    /**
     * How many came how far.
     *
     * @param begun forms with an answer, of which those that were left are deleted after a while and not counted any more
     * @param seen somebody at the desk opened it or decided
     * @param answered somebody decided, a question sent back included
     * @param decided a verdict of somebody stands
     */
    public record Funnel(int begun, int sent, int seen, int answered, int decided) {}
}
