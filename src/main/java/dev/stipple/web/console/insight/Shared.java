package dev.stipple.web.console.insight;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Which rows of a table may be shown: what few screenings share would point at somebody. */
final class Shared {
    /** How many screenings share a row at least. */
    static final int FEWEST = 5;

    private Shared() {}

    /** Those that are not rare, the most common first. */
    static <K> Stream<Map.Entry<K, Integer>> of(Map<K, Integer> counts) {
        return counts.entrySet().stream()
                .filter(each -> each.getValue() >= FEWEST)
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(each -> each.getKey().toString()));
    }
}
