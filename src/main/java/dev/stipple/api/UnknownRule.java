package dev.stipple.api;

/** No rule has this id. */
final class UnknownRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRule() {
        super("There is no rule with this id; GET /api/v1/rules lists all.");
    }
}
