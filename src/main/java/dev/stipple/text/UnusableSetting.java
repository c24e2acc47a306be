package dev.stipple.text;

/** A setting with a value that cannot be used. Its message names both, save where the value is secret, and what to write. */
public final class UnusableSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnusableSetting(String message) {
        super(message);
    }

    public UnusableSetting(String message, Throwable cause) {
        super(message, cause);
    }
}
