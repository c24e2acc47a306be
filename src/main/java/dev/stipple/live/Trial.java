package dev.stipple.live;

import dev.stipple.live.LiveRules.State;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A try to load the rules, on a thread of its own that nobody waits for and that steps back behind requests. */
final class Trial {
    /** How many times as long as its own work a try may take by the clock, on a machine that is busy with other work. */
    private static final int PATIENCE = 5;

    private final Thread thread;
    private final long begun = System.nanoTime();
    private final Duration longest;

    private Trial(Supplier<State> attempt, BiConsumer<Trial, State> finished, Duration longest) {
        this.longest = longest;
        this.thread = new Thread(() -> finished.accept(this, attempt.get()), "rulebook-trial");
        thread.setDaemon(true);
    }

    static Trial begin(Supplier<State> attempt, BiConsumer<Trial, State> finished, Duration longest) {
        var trial = new Trial(attempt, finished, longest);
        trial.thread.start();
        return trial;
    }

    /** Whether the processor has worked on it for too long, or the clock has run on while the try waits for something else. */
    boolean isOverdue() {
        long worked = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        return worked > longest.toNanos() || System.nanoTime() - begun > PATIENCE * longest.toNanos();
    }

    /** Asks the thread to end; searches hear that, and what Drools does has bounds. */
    void end() {
        thread.interrupt();
    }
}
