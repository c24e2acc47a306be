package dev.stipple.reasoning.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The smallest sets that have something in common with every one of some sets. */
public final class HittingSets {
    private final List<Set<Integer>> sets = new ArrayList<>();

    /** How many members the smallest one has at least; never fewer with more sets to hit. */
    private int least;

    public void add(Set<Integer> set) {
        if (set.isEmpty()) {
            throw new IllegalArgumentException("nothing hits an empty set");
        }
        sets.add(set);
    }

    /** Every set of the smallest size there is. */
    public List<Set<Integer>> smallest() {
        return smallest(Integer.MAX_VALUE);
    }

    /** Every set of the smallest size there is; none where that has more members than some number. */
    public List<Set<Integer>> smallest(int most) {
        while (least <= most) {
            Set<Set<Integer>> found = new LinkedHashSet<>();
            extend(new TreeSet<>(), least, found);
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
            least++;
        }
        return List.of();
    }

    private void extend(Set<Integer> chosen, int left, Set<Set<Integer>> found) {
        var missed = sets.stream()
                .filter(set -> set.stream().noneMatch(chosen::contains))
                .findFirst();
        if (missed.isEmpty()) {
            found.add(Set.copyOf(chosen));
            return;
        }
        for (int each : left == 0 ? Set.<Integer>of() : missed.get()) {
            var more = new TreeSet<>(chosen);
            more.add(each);
            extend(more, left - 1, found);
        }
    }
}
