package dev.stipple.cli.batch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A file that is read, with a bar on standard error that tells how far, how fast and how long still. */
final class BatchBar extends FilterInputStream {
    private static final int MEBIBYTE = 1 << 20;

    private final @Nullable ProgressBar bar;
    private final long begun = System.nanoTime();
    private long already = -1;

    private BatchBar(InputStream in, @Nullable ProgressBar bar) {
        super(in);
        this.bar = bar;
    }

    /** Opens a file; the bar is there only where somebody watches. */
    static BatchBar open(Path file) throws IOException {
        if (file.equals(BatchCommand.PIPE)) {
            return new BatchBar(System.in, null);
        }
        ProgressBar bar = Ansi.AUTO.enabled()
                ? new ProgressBarBuilder()
                        .setTaskName(String.valueOf(file.getFileName()))
                        .setInitialMax(Files.size(file))
                        .setUnit("MiB", MEBIBYTE)
                        .build()
                : null;
        return new BatchBar(Files.newInputStream(file), bar);
    }

    /** Shows how many people are done and how many a second. */
    void show(BatchProgress progress) {
        if (bar != null) {
            already = already < 0 ? progress.people() : already;
            double seconds = (System.nanoTime() - begun) / 1e9;
            bar.setExtraMessage(String.format(
                    Locale.ROOT, " %,d people, %,.0f/s", progress.people(), (progress.people() - already) / seconds));
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        step(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        step(Math.max(0, read));
        return read;
    }

    private void step(int bytes) {
        if (bar != null) {
            bar.stepBy(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        if (bar != null) {
            bar.close();
        }
    }
}
