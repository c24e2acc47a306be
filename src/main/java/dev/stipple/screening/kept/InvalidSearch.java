package dev.stipple.screening.kept;

/** A list was asked for in a way that no list can be given. */
public final class InvalidSearch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSearch(String message) {
        super(message);
    }
}
