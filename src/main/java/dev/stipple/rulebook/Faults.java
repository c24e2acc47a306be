package dev.stipple.rulebook;

import dev.stipple.text.Fault;
import dev.stipple.text.Nearest;
import dev.stipple.text.Place;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong with a rules folder, each thing once. */
final class Faults {
    private final Collection<Fault> all = new TreeSet<>();

    void add(Place place, String kind, String problem, String remedy) {
        all.add(new Fault(place, kind, problem, remedy));
    }

    /** A name that is not among those there are. */
    void unknown(Place place, String what, String name, Collection<String> names) {
        add(place, "unknown-" + what, "there is no " + what + " '" + name + "'", Nearest.remedy(name, names));
    }

    /** The collection itself, for readers that add to it. */
    Collection<Fault> collection() {
        return all;
    }

    List<Fault> list() {
        return List.copyOf(all);
    }

    int count() {
        return all.size();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
