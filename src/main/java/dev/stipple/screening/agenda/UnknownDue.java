package dev.stipple.screening.agenda;

/** There is no such thing to come for this person. */
public final class UnknownDue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownDue() {
        super("There is no such thing to come.");
    }
}
