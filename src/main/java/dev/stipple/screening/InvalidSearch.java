package dev.stipple.screening;

/** A list was asked to go on after a place that no list ended on. */
public final class InvalidSearch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSearch() {
        super("'after' is not from a page of this list; start again without it.");
    }
}
