package dev.stipple.cli.batch;

import dev.stipple.answers.AnswersFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Assesses the people of a file on all cores and writes what comes out in their order; holds only a few of them at a time.
 */
final class Batch {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int PEOPLE_AT_ONCE = 64;
    private static final int AHEAD = 4 * CORES;
    private static final long KEEP_EVERY = Duration.ofSeconds(2).toNanos();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BatchAssessor assessor;
    private final Path out;
    private final Consumer<BatchProgress> watcher;
    private final SeenIds ids;
    private volatile boolean stopped;
    private BatchProgress progress;
    private long kept = System.nanoTime();

    /**
     * A batch that is about to start.
     *
     * @param start where it begins; the input is at the same place
     * @param ids those of the people before
     * @param watcher is told how far it has come
     */
    Batch(BatchAssessor assessor, Path out, BatchProgress start, SeenIds ids, Consumer<BatchProgress> watcher) {
        this.assessor = assessor;
        this.out = out;
        this.progress = start;
        this.ids = ids;
        this.watcher = watcher;
    }

    static Path rejects(Path out) {
        return out.resolveSibling(out.getFileName() + ".rejects");
    }

    /** Ends it soon, at a place from which it can be taken up again. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Runs to the end of the input, or until it is stopped. */
    BatchProgress run(AnswersFile input) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(CORES);
        try (BatchSink written = isPiped() ? BatchPipe.output() : new BatchOutput(out, progress.written());
                BatchSink rejects =
                        isPiped() ? BatchPipe.errors() : new BatchOutput(rejects(out), progress.rejects())) {
            Queue<Future<Share>> running = new ArrayDeque<>();
            while (!stopped && (input.hasNext() || !running.isEmpty())) {
                while (input.hasNext() && running.size() < AHEAD) {
                    var rows = next(input);
                    running.add(workers.submit(() -> assess(rows)));
                }
                write(running.remove().get(), written, rejects);
            }
            keep(written, rejects);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a person could not be assessed", e.getCause());
        } finally {
            workers.shutdownNow();
        }
        if (stopped || isPiped()) {
            return progress;
        }
        if (progress.rejected() == 0) {
            Files.deleteIfExists(rejects(out));
        }
        BatchProgress.done(out);
        return progress;
    }

    private boolean isPiped() {
        return out.equals(BatchCommand.PIPE);
    }

    private static List<AnswersFile.Row> next(AnswersFile input) {
        var rows = new ArrayList<AnswersFile.Row>(PEOPLE_AT_ONCE);
        while (input.hasNext() && rows.size() < PEOPLE_AT_ONCE) {
            rows.add(input.next());
        }
        return rows;
    }

    /** What some people in a row come to. */
    private record Share(
            List<SeenIds.Named> people, int rejected, ByteArrayOutputStream written, ByteArrayOutputStream rejects) {}

    private Share assess(List<AnswersFile.Row> rows) {
        var written = new ByteArrayOutputStream();
        var rejects = new ByteArrayOutputStream();
        int rejected = 0;
        var people = new ArrayList<SeenIds.Named>();
        for (AnswersFile.Row row : rows) {
            BatchAssessor.Line line = assessor.assess(row);
            people.add(new SeenIds.Named(row.line(), line.id()));
            if (line instanceof BatchAssessor.Rejected) {
                rejected++;
                add(line, rejects);
            } else if (line instanceof BatchAssessor.Assessed) {
                add(line, written);
            }
        }
        return new Share(people, rejected, written, rejects);
    }

    private static void add(BatchAssessor.Line line, ByteArrayOutputStream lines) {
        lines.writeBytes(JSON.writeValueAsBytes(line));
        lines.write('\n');
    }

    private void write(Share share, BatchSink written, BatchSink rejects) throws IOException {
        written.write(share.written());
        rejects.write(share.rejects());
        share.people().forEach(ids::add);
        progress = new BatchProgress(
                progress.job(),
                progress.people() + share.people().size(),
                progress.rejected() + share.rejected(),
                progress.written() + share.written().size(),
                progress.rejects() + share.rejects().size());
        watcher.accept(progress);
        if (System.nanoTime() - kept > KEEP_EVERY) {
            keep(written, rejects);
        }
    }

    private void keep(BatchSink written, BatchSink rejects) throws IOException {
        progress = progress.keptAt(written.keep(), rejects.keep());
        if (!isPiped()) {
            progress.keep(out);
        }
        kept = System.nanoTime();
    }
}
