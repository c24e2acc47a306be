package dev.stipple.api.screenings;

/** A body that cannot be done as it says. */
final class InvalidRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    InvalidRequest(String pointer, String problem) {
        super(problem);
        this.pointer = pointer;
    }

    String pointer() {
        return pointer;
    }
}
