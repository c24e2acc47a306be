package dev.stipple.reasoning.formula;

/** A question about all answers took longer than it may; it is neither proved nor refuted. */
public final class DeadlinePassed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeadlinePassed() {
        super("the reasoner ran out of time");
    }
}
