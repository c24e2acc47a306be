package dev.stipple.access.accounts;

/** An account or a key cannot be made or changed like this; the message says what to do. */
public final class InvalidAccount extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidAccount(String message) {
        super(message);
    }
}
