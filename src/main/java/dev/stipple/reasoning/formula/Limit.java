package dev.stipple.reasoning.formula;

import java.time.Duration;

/** When a search has to end, found or not. */
public final class Limit {
    public static final Limit NONE = new Limit(Long.MAX_VALUE);

    private final long start = System.nanoTime();
    private final long nanos;

    private Limit(long nanos) {
        this.nanos = nanos;
    }

    /** Ends after this time from now. */
    public static Limit in(Duration time) {
        return new Limit(time.toNanos());
    }

    /** The time that is left, at most this much. */
    long nanosLeft(long most) {
        return Math.min(most, nanos - (System.nanoTime() - start));
    }

    /**
     * Goes on where there is time.
     *
     * @throws OutOfTime where there is none
     */
    public void check() {
        if (nanosLeft(1) <= 0) {
            throw new OutOfTime();
        }
    }
}
