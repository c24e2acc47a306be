package dev.stipple.screening.kept;

import dev.stipple.rule.Verdict;
import java.time.Instant;

/**
 * One state of a screening's answers, as it was assessed then. Revisions are only ever added.
 *
 * @param number counts from 1
 * @param actor who entered the answers or had them assessed again
 * @param rulebook digest of the rules that decided
 * @param answers JSON, as the reader of answers takes it
 * @param assessment the explanation that was given, exactly, as JSON
 */
public record Revision(
        int number, Instant at, String actor, String rulebook, Verdict verdict, String answers, String assessment) {

    /** Never the answers, so that none ends in a log. */
    @Override
    public String toString() {
        return "revision " + number;
    }
}
