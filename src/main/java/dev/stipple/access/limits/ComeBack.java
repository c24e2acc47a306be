package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Tells a client to come back when there is less to do. It takes a moment to say so, or clients that ask again at once would
 * take the processor from those that are being served; not the same moment for all, or they would come back together.
 */
final class ComeBack {
    private static final int SHORTEST_MILLIS = 250;
    private static final int LONGEST_MILLIS = 750;
    private static final int DELAYED = 64;
    private static final Refusal REFUSAL = new Refusal(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Busy",
            "More is asked for at the moment than can be answered soon. Please send this again.");

    private final Semaphore delayed = new Semaphore(DELAYED);

    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pause();
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        REFUSAL.write(request, response);
    }

    private void pause() {
        if (delayed.tryAcquire()) {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                delayed.release();
            }
        }
    }
}
