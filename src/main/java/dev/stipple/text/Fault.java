package dev.stipple.text;

import java.util.Comparator;

/**
 * Something wrong in the rules folder. Those of the questionnaire come first, then by place.
 *
 * @param kind a stable name for this kind of fault, such as {@code unknown-option}
 * @param problem what is wrong
 * @param remedy what to write or do instead
 */
public record Fault(Place place, String kind, String problem, String remedy) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::followsOthers)
            .thenComparing(Fault::place)
            .thenComparing(Fault::kind)
            .thenComparing(Fault::problem)
            .thenComparing(Fault::remedy);

    /** How much is told of what a file says, which may be a word of a million letters. */
    private static final int LONGEST = 500;

    /** Cuts what is too long to be read. */
    public Fault {
        problem = cut(problem);
        remedy = cut(remedy);
    }

    private static String cut(String told) {
        return told.codePointCount(0, told.length()) <= LONGEST
                ? told
                : told.substring(0, told.offsetByCodePoints(0, LONGEST)) + " ...";
    }

    /** Whether it may be there only because of a fault of the questionnaire, which everything else stands on. */
    private boolean followsOthers() {
        return !place.file().equals(RulesFolder.QUESTIONNAIRE);
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place + ": " + problem + "; " + remedy;
    }
}
