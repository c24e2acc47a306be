package dev.stipple.screening.kept;

/** No screening has this reference. */
public final class UnknownScreening extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownScreening() {
        super("There is no screening with this reference.");
    }
}
