package dev.stipple.reasoning.formula;

import java.time.Duration;

/** When a search has to end, found or not. */
public final class Deadline {
    public static final Deadline NONE = new Deadline(Long.MAX_VALUE);

    private final long start = System.nanoTime();
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** Ends after this time from now. */
    public static Deadline in(Duration time) {
        return new Deadline(time.toNanos());
    }

    /** The time that is left, at most this much. */
    long nanosLeft(long most) {
        return Math.min(most, nanos - (System.nanoTime() - start));
    }

    /**
     * Goes on where there is time.
     *
     * @throws DeadlinePassed where there is none, or nobody waits any more and has interrupted the thread
     */
    public void check() {
        if (nanosLeft(1) <= 0 || Thread.currentThread().isInterrupted()) {
            throw new DeadlinePassed();
        }
    }
}
