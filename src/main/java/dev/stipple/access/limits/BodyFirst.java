package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Reads a body whole before anybody works on the request, within a time and at a least rate, so that a slow client holds
 * nothing but its thread; no more bodies are waited for at once than leave threads to the others. A body that may be larger
 * is read as it is worked on, at the same pace; one that nobody wants is not waited for.
 */
final class BodyFirst extends ValveBase {
    private static final Duration REST = Duration.ofSeconds(2);

    private final Limits limits;
    private final Semaphore waiting;

    /**
     * @param waiting how many bodies are waited for at once
     */
    BodyFirst(Limits limits, int waiting) {
        super(true);
        this.limits = limits;
        this.waiting = new Semaphore(waiting);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null)) {
            getNext().invoke(request, response);
            return;
        }
        InputBuffer unread = request.getCoyoteRequest().getInputBuffer();
        try {
            if (length > 0 && length <= limits.body().toBytes()) {
                whole(request, response, (int) length);
            } else {
                large(request, response);
            }
        } finally {
            request.getCoyoteRequest().setInputBuffer(unread);
        }
    }

    private void whole(Request request, Response response, int length) throws IOException, ServletException {
        if (!waiting.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(
                    request,
                    response,
                    new Refusal(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Busy",
                            "Too many requests are on their way here at the moment. Please send this again."));
            return;
        }
        try {
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
            pace(request, limits.bodyTime());
            var body = ReadBody.of(request.getCoyoteRequest(), length);
            request.getCoyoteRequest().setInputBuffer(body);
        } catch (PacedInput.TooSlow | SocketTimeoutException e) {
            refuse(
                    request,
                    response,
                    new Refusal(
                            HttpStatus.REQUEST_TIMEOUT, "Too slow", "The body did not arrive in time; send it again."));
            return;
        } catch (IOException hungUp) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, hungUp);
            return;
        } finally {
            waiting.release();
        }
        getNext().invoke(request, response);
    }

    private void large(Request request, Response response) throws IOException, ServletException {
        pace(request, limits.importBodyTime());
        getNext().invoke(request, response);
        if (request.isAsync()) {
            return;
        }
        if (!response.isErrorReportRequired()) {
            response.finishResponse();
        }
        passOver(request, response);
    }

    /** Reads what was not wanted of a body, as a client that is still sending may not look for its answer before. */
    private void passOver(Request request, Response response) {
        var part = new ReadBody.Part();
        var rest = new PacedInput(request.getCoyoteRequest().getInputBuffer(), REST, 0);
        try {
            while (rest.doRead(part) >= 0) {
                part.getByteBuffer().clear();
            }
        } catch (IOException e) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
        }
    }

    private void pace(Request request, Duration time) {
        var coyote = request.getCoyoteRequest();
        coyote.setInputBuffer(
                new PacedInput(coyote.getInputBuffer(), time, limits.bodyRate().toBytes()));
    }

    /** What is still to come of the body is not waited for. */
    private static void refuse(Request request, Response response, Refusal refusal) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        refusal.write(request, response);
        response.getCoyoteResponse().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
}
