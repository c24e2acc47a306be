package dev.stipple.store;

/** Something that is kept cannot be read as it was written. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
        super(message);
    }
}
