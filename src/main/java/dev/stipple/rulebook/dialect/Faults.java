package dev.stipple.rulebook.dialect;

import dev.stipple.text.Fault;
import dev.stipple.text.Nearest;
import dev.stipple.text.Place;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong with a rules folder, each thing once. */
public final class Faults {
    private final Collection<Fault> all = new TreeSet<>();

    public void add(Place place, String kind, String problem, String remedy) {
        all.add(new Fault(place, kind, problem, remedy));
    }

    /** A name that is not among those there are. */
    public void unknown(Place place, String what, String name, Collection<String> names) {
        add(place, "unknown-" + what, "there is no " + what + " '" + name + "'", Nearest.remedy(name, names));
    }

    /** The collection itself, for readers that add to it. */
    public Collection<Fault> collection() {
        return all;
    }

    public List<Fault> list() {
        return List.copyOf(all);
    }

    /** Whether no fault of this kind is known of a file. */
    boolean none(String kind, String file) {
        return all.stream()
                .noneMatch(fault ->
                        fault.kind().equals(kind) && fault.place().file().equals(file));
    }

    int count() {
        return all.size();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
