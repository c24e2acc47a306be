package dev.stipple.web.console;

import dev.stipple.rulebook.Verdict;
import dev.stipple.text.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed rules would change.
 *
 * @param parent the folder above those that can be chosen
 * @param chosen the folder that was compared; null where none was chosen
 * @param faults why its rules cannot be used
 * @param result null where nothing was compared
 */
record ImpactPage(
        String parent,
        List<String> folders,
        @Nullable String chosen,
        List<Fault> faults,
        @Nullable Result result) {
    /**
     * What came out.
     *
     * @param compared how many screenings
     * @param unfit how many of them have answers that do not fit the changed questions
     * @param all whether every screening was compared
     * @param moves the milder ones first
     */
    record Result(int compared, int unfit, boolean all, List<Move> moves) {}

    /**
     * Screenings that go from one verdict to another.
     *
     * @param some references of the first of them
     */
    record Move(VerdictMark from, VerdictMark to, int count, List<String> some) {
        /** Key of what kind of move it is: neither milder nor stricter where one of the verdicts is open. */
        public String kind() {
            if (from.verdict() == Verdict.UNDECIDED || to.verdict() == Verdict.UNDECIDED) {
                return "impact.open";
            }
            return to.verdict().compareTo(from.verdict()) > 0 ? "impact.milder" : "impact.stricter";
        }
    }
}
