package dev.stipple.reasoning.diagram;

/** A question about some answers that only the solver can answer, or sooner. */
final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1;

    Beyond() {
        super("a question for the solver", null, false, false);
    }
}
