package dev.stipple.api;

/** Nothing is worded in this language. */
public final class UnknownLanguage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownLanguage() {
        super("There is no such language; use en or fr.");
    }
}
