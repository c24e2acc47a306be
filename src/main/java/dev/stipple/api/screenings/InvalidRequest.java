package dev.stipple.api.screenings;

import java.util.List;

/** A body that cannot be done as it says. */
final class InvalidRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** What is wrong at a place of the body. */
    record Fault(String pointer, String problem) {}

    InvalidRequest(String pointer, String problem) {
        super(problem);
        this.faults = List.of(new Fault(pointer, problem));
    }

    /** @param faults never none */
    InvalidRequest(List<Fault> faults) {
        super(faults.size() == 1 ? faults.get(0).problem() : "several members are wrong; 'errors' names each");
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
