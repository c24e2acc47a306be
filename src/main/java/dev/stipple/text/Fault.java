package dev.stipple.text;

import java.util.Comparator;

/**
 * Something wrong in the rules folder.
 *
 * @param kind a stable name for this kind of fault, such as {@code unknown-option}
 * @param problem what is wrong
 * @param remedy what to write or do instead
 */
public record Fault(Place place, String kind, String problem, String remedy) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::place)
            .thenComparing(Fault::kind)
            .thenComparing(Fault::problem)
            .thenComparing(Fault::remedy);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place + ": " + problem + "; " + remedy;
    }
}
