package dev.stipple.live;

import dev.stipple.assessment.TooBusy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes answers of any size while they are being read from the database, in the thread of the request: Spring would
 * interrupt another thread once the client hangs up, and an interrupt closes the file of an H2 database. A few at once leave
 * connections to everybody else.
 */
@Component
public final class Streams {
    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** Writes what is answered. */
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Half of an answer, after which nothing may follow that would make it look whole. */
    private static final class CutShort extends IOException {
        private static final long serialVersionUID = 1L;

        private CutShort(RuntimeException cause) {
            super("the answer had begun already", cause);
        }
    }

    /**
     * Answers with 200 and what is written.
     *
     * @throws TooBusy where as many are being written as may be
     * @throws IOException where the client hung up, or something failed after the beginning was sent
     */
    public void answer(HttpServletResponse response, MediaType type, Body body) throws IOException {
        if (!turns.tryAcquire()) {
            throw new TooBusy();
        }
        try {
            response.setContentType(type.toString());
            body.write(response.getOutputStream());
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw new CutShort(e);
            }
            response.reset();
            throw e;
        } finally {
            turns.release();
        }
    }
}
