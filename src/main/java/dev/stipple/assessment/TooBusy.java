package dev.stipple.assessment;

/** More is asked for than can be calculated in a short time. */
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusy() {
        super("too much is asked for at once");
    }

    /** One calculation did not end in the time it has. */
    public TooBusy(Throwable cause) {
        super("this takes longer to calculate than it may; ask again, or with more answers", cause);
    }
}
