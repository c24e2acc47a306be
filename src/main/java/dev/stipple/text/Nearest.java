package dev.stipple.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody probably meant. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private static final int MOST = 25;

    private Nearest() {}

    /**
     * The candidate that differs least from the name, ignoring case, or that begins with it; empty where all differ in
     * more than a third of it.
     */
    public static Optional<String> to(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> 3 * distance(name, candidate) < Math.max(name.length(), candidate.length()) + 3)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The remedy "write X", or where nothing is near a list of what there is, cut where it would be long. */
    public static String remedy(String name, Collection<String> candidates) {
        return to(name, candidates)
                .map(nearest -> "write '" + nearest + "'")
                .orElseGet(() -> "write one of: "
                        + String.join(
                                ", ", candidates.stream().sorted().limit(MOST).toList())
                        + (candidates.size() > MOST ? " and " + (candidates.size() - MOST) + " more" : ""));
    }

    private static int distance(String name, String candidate) {
        String written = name.toLowerCase(Locale.ROOT);
        String meant = candidate.toLowerCase(Locale.ROOT);
        return written.length() > 2 && meant.startsWith(written) ? 1 : DISTANCE.apply(written, meant);
    }
}
