package dev.stipple.access.limits;

import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that is given up where its client keeps the service waiting; time that the service itself takes does not count. */
final class PacedInput implements InputBuffer {
    /** How long a client is waited for whatever it sends. */
    static final Duration GRACE = Duration.ofSeconds(3);

    /** A body that takes too long. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final InputBuffer body;
    private final long mostNanos;
    private final double bytesPerNano;
    private long waitedNanos;
    private long received;

    /**
     * @param most how long is waited in total
     * @param bytesPerSecond how much arrives at least, on the average
     */
    PacedInput(InputBuffer body, Duration most, long bytesPerSecond) {
        this.body = body;
        this.mostNanos = most.toNanos();
        this.bytesPerNano = bytesPerSecond / (double) Duration.ofSeconds(1).toNanos();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (isTooSlow()) {
            throw new TooSlow();
        }
        long begun = System.nanoTime();
        int read = body.doRead(handler);
        waitedNanos += System.nanoTime() - begun;
        received += Math.max(0, read);
        if (read > 0 && isTooSlow()) {
            throw new TooSlow();
        }
        return read;
    }

    private boolean isTooSlow() {
        return waitedNanos > mostNanos || (waitedNanos > GRACE.toNanos() && received < waitedNanos * bytesPerNano);
    }

    @Override
    public int available() {
        return body.available();
    }
}
