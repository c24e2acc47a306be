package dev.stipple.live;

import dev.stipple.assessment.Admission;
import dev.stipple.assessment.TooBusy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets in so many calculations at once. As many more wait, for as long as a few of them usually take, so that what is answered
 * is answered soon. The patient wait in a longer line for {@link #PATIENCE}.
 */
final class Turns implements Admission {
    /** How long the patient wait. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int PATIENT = 32;
    private static final int USUAL_TIMES = 3;
    private static final double WEIGHT = 0.05;

    private final int atOnce;
    private final Semaphore turns;
    /** How many are before their turn, those included that are still on the way to it. */
    private final AtomicInteger waiting = new AtomicInteger();

    private final ThreadLocal<Boolean> onTheWay = ThreadLocal.withInitial(() -> false);
    private volatile double usualNanos;

    Turns(int atOnce) {
        this.atOnce = atOnce;
        this.turns = new Semaphore(atOnce, true);
    }

    @Override
    public boolean approach() {
        onTheWay.set(enter(atOnce));
        return onTheWay.get();
    }

    @Override
    public void leave() {
        if (onTheWay.get()) {
            waiting.decrementAndGet();
        }
        onTheWay.remove();
    }

    @Override
    public Turn take() {
        return take(atOnce, usualNanos == 0 ? PATIENCE.toNanos() : (long) (USUAL_TIMES * usualNanos));
    }

    @Override
    public Admission patient() {
        return () -> take(PATIENT, PATIENCE.toNanos());
    }

    private Turn take(int most, long nanos) {
        if (!onTheWay.get() && !enter(most)) {
            throw new TooBusy();
        }
        onTheWay.remove();
        try {
            if (!turns.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        } finally {
            waiting.decrementAndGet();
        }
        long begun = System.nanoTime();
        return () -> {
            turns.release();
            learn(System.nanoTime() - begun);
        };
    }

    private boolean enter(int most) {
        if (waiting.incrementAndGet() <= most + turns.availablePermits()) {
            return true;
        }
        waiting.decrementAndGet();
        return false;
    }

    /** A moving average; that one of two at the same moment may be lost does not matter. */
    private void learn(long nanos) {
        usualNanos = usualNanos == 0 ? nanos : usualNanos + WEIGHT * (nanos - usualNanos);
    }
}
