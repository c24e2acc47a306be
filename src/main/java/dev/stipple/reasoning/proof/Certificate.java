package dev.stipple.reasoning.proof;

import java.math.BigInteger;
import java.util.List;

/**
 * What was proved of a rulebook.
 *
 * @param digest of the rulebook
 * @param answerSets how many complete answer sets it speaks for; the entries of a repeating group are counted as sets of
 *     those classes of entries that the rules tell apart, all other answers one by one
 * @param rules how many rules there are, those of the plan included
 * @param outside ids of rules that lie outside the provable dialect, for which nothing is claimed; today no such rule can
 *     be loaded
 * @param failures what does not hold; none where everything is proved
 * @param unfinished kinds of failures that were not looked for to the end, as the time was over; nothing is claimed of them
 */
public record Certificate(
        String digest,
        BigInteger answerSets,
        int rules,
        List<String> outside,
        List<Failure> failures,
        List<Failure.Kind> unfinished) {
    public boolean holds() {
        return failures.isEmpty() && unfinished.isEmpty();
    }
}
