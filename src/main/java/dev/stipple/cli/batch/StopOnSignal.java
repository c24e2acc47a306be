package dev.stipple.cli.batch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a batch end cleanly when the program is told to (SIGINT, SIGTERM); the program waits until it has. */
final class StopOnSignal {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread hook;

    StopOnSignal(Batch batch) {
        this.hook = new Thread(() -> {
            batch.stop();
            awaitEnd();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitEnd() {
        try {
            if (!end.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("the batch is not waited for any longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The batch has ended, and nobody has to wait any more. */
    void ended() {
        end.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program ends already, which is what the hook is for.
            return;
        }
    }
}
