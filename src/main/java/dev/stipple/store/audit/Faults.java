package dev.stipple.store.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What does not hold: the first hundred of each kind, so that many of one crowd out no other, and how many more. */
final class Faults {
    private static final int MOST = 100;

    private final Map<String, List<String>> first = new LinkedHashMap<>();
    private final Map<String, Long> more = new LinkedHashMap<>();

    /**
     * Adds a fault.
     *
     * @param kind what it is one of, in the plural
     */
    void add(String kind, String fault) {
        List<String> told = first.computeIfAbsent(kind, any -> new ArrayList<>());
        if (told.size() < MOST) {
            told.add(fault);
        } else {
            more.merge(kind, 1L, Long::sum);
        }
    }

    /** In the order in which the first of each kind was added. */
    List<String> all() {
        var all = new ArrayList<String>();
        first.forEach((kind, told) -> {
            all.addAll(told);
            if (more.containsKey(kind)) {
                all.add("and " + more.get(kind) + " more " + kind);
            }
        });
        return List.copyOf(all);
    }
}
