package dev.stipple.store.audit;

import java.util.ArrayList;
import java.util.List;

/** What does not hold: the first hundred, and how many more. */
final class Faults {
    private static final int MOST = 100;

    private final List<String> first = new ArrayList<>();
    private long more;

    void add(String fault) {
        if (first.size() < MOST) {
            first.add(fault);
        } else {
            more++;
        }
    }

    List<String> all() {
        var all = new ArrayList<>(first);
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return List.copyOf(all);
    }
}
