package dev.stipple.assessment;

import dev.stipple.rule.Verdict;
import java.util.Comparator;

/** From one verdict to another, by changed rules; in order, the milder ones come first, as they are what can harm. */
public record Move(Verdict from, Verdict to) implements Comparable<Move> {
    private static final Comparator<Move> ORDER =
            Comparator.comparing(Move::kind).thenComparing(Move::from).thenComparing(Move::to);

    /** How a verdict moves. */
    public enum Kind {
        MILDER,
        STRICTER,
        /** Undecided on one side. */
        OPEN
    }

    public Kind kind() {
        if (from == Verdict.UNDECIDED || to == Verdict.UNDECIDED) {
            return Kind.OPEN;
        }
        return to.compareTo(from) > 0 ? Kind.MILDER : Kind.STRICTER;
    }

    @Override
    public int compareTo(Move other) {
        return ORDER.compare(this, other);
    }

    /** As in {@code MILDER   DEFER -> SUITABLE}. */
    @Override
    public String toString() {
        return "%-8s %s -> %s".formatted(kind(), from, to);
    }
}
