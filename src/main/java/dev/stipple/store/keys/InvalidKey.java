package dev.stipple.store.keys;

/** The master key cannot be used; the message says why and what to do. */
public final class InvalidKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidKey(String message) {
        super(message);
    }
}
