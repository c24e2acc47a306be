package dev.stipple.api;

/** Nothing is worded in this language. */
final class UnknownLanguage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownLanguage() {
        super("There is no such language; use en or fr.");
    }
}
