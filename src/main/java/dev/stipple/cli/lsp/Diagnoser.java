package dev.stipple.cli.lsp;

import dev.stipple.studio.Workspace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks for faults after an edit: in the file at once, in the folder when nothing has been typed for a while, and by
 * compiling and trying after a save. Each edit ends what is slower than itself.
 */
final class Diagnoser {
    /** How long nothing may be typed before a file is looked at, in milliseconds, so that a word is one look. */
    private static final long WORD = 40;

    /** How long nothing may be typed before the folder is read again. */
    private static final long PAUSE = 700;

    private final Workspace workspace;
    private final Publisher publisher;
    private final AtomicLong edits = new AtomicLong();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final ScheduledExecutorService quick = thread("faults of a file");
    private final ScheduledExecutorService slow = thread("faults of the folder");

    Diagnoser(Workspace workspace, Publisher publisher) {
        this.workspace = workspace;
        this.publisher = publisher;
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** After a key: the file, and after a pause the folder. */
    void typed(String file) {
        long edit = edits.incrementAndGet();
        later(quick, WORD, edit, () -> publisher.publish(workspace.faultsOf(file)));
        later(slow, PAUSE, edit, () -> read(edit));
    }

    /** Reads the folder for the first time, whatever is typed meanwhile, as nothing is known of it before. */
    void begin() {
        long edit = edits.get();
        slow.execute(() -> {
            guarded(() -> read(edit));
            begun.complete(null);
        });
    }

    /** Done once the folder was read for the first time, or could not be. */
    CompletableFuture<Void> begun() {
        return begun;
    }

    /** Reads the whole folder. */
    void read() {
        long edit = edits.incrementAndGet();
        later(slow, 0, edit, () -> read(edit));
    }

    /** After a save: the folder, and what only shows when its rules are run. */
    void saved() {
        long edit = edits.incrementAndGet();
        later(slow, 0, edit, () -> {
            read(edit);
            if (isLast(edit) && workspace.attempt(() -> !isLast(edit)) && isLast(edit)) {
                publisher.publishAll(workspace.all());
            }
        });
    }

    private void read(long edit) {
        var faults = workspace.read();
        if (isLast(edit)) {
            publisher.publishAll(faults);
        }
    }

    private boolean isLast(long edit) {
        return edits.get() == edit;
    }

    /** Runs what is still of use by then; what fails is printed and takes nothing else with it. */
    private void later(ScheduledExecutorService thread, long wait, long edit, Runnable work) {
        var unused = thread.schedule(
                () -> {
                    if (isLast(edit)) {
                        guarded(work);
                    }
                },
                wait,
                TimeUnit.MILLISECONDS);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError e) {
            publisher.failed(e);
        }
    }

    void end() {
        edits.incrementAndGet();
        quick.shutdownNow();
        slow.shutdownNow();
    }
}
