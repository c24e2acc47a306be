package dev.stipple.screening.kept;

/** Nothing is kept under this link, or not any more. */
public final class UnknownLink extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownLink() {
        super("There is nothing under this link, or it is not kept any more.");
    }
}
