package dev.stipple.assessment;

/** More is asked for at once than can be calculated in a short time. */
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusy() {
        super("too much is asked for at once");
    }
}
