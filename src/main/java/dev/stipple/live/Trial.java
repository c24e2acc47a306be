package dev.stipple.live;

import dev.stipple.live.LiveRules.State;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A try to load the rules, on a thread of its own that nobody waits for and that steps back behind requests. */
final class Trial {
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

    boolean isOverdue() {
        return System.nanoTime() - begun > longest.toNanos();
    }

    /** Asks the thread to end; searches hear that, and what Drools does has bounds. */
    void end() {
        thread.interrupt();
    }
}
