package dev.stipple.cli;

/** A file that a command was given cannot be used; the message says which, why, and what to do. */
final class UnusableInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableInput(String message) {
        super(message);
    }
}
