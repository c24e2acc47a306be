package dev.stipple.api;

/** An assessment is not told in this detail. */
public final class UnknownDetail extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownDetail() {
        super("There is no such detail; use summary or full.");
    }
}
