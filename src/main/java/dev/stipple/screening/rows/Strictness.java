package dev.stipple.screening.rows;

import dev.stipple.rule.Verdict;
import java.util.List;

/** Puts verdicts in order where a database sorts: 0 for the strictest. */
final class Strictness {
    private static final List<Verdict> ORDER = List.of(Verdict.values());

    private Strictness() {}

    static int of(Verdict verdict) {
        return ORDER.indexOf(verdict);
    }
}
