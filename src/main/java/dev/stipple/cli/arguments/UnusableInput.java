package dev.stipple.cli.arguments;

/** A file that a command was given cannot be used; the message says which, why, and what to do. */
public final class UnusableInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableInput(String message) {
        super(message);
    }
}
