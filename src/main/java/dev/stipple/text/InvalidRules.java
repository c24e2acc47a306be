package dev.stipple.text;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules folder cannot be used; carries every fault found, in order of place. */
public final class InvalidRules extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidRules(Collection<Fault> faults) {
        super(faults.stream().sorted().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(new TreeSet<>(faults));
    }

    public List<Fault> faults() {
        return faults;
    }
}
