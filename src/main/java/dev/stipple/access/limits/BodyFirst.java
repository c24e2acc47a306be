package dev.stipple.access.limits;

import dev.stipple.access.address.NetworkAddress;
import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Reads a body whole before anybody works on the request, within a time and at a least rate, so that a slow client holds
 * nothing but its thread; no more bodies are waited for at once than leave threads to the others. A body that may be larger
 * is read as it is worked on, at the same pace; one that nobody wants is not waited for.
 */
final class BodyFirst extends ValveBase {
    private static final Duration REST = Duration.ofSeconds(2);

    private final Limits limits;
    private final AwaitedBodies awaited;
    private final AwaitedBodies files;

    BodyFirst(Limits limits, AwaitedBodies awaited, AwaitedBodies files) {
        super(true);
        this.limits = limits;
        this.awaited = awaited;
        this.files = files;
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
            } else if (length > 0 && length <= limits.uploadBody().toBytes() && isFile(request)) {
                file(request, response, (int) length);
            } else {
                large(request, response);
            }
        } finally {
            request.getCoyoteRequest().setInputBuffer(unread);
        }
    }

    private static boolean isFile(Request request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** Few are waited for and held in memory at once, whoever they are of. */
    private void file(Request request, Response response, int length) throws IOException, ServletException {
        String address = NetworkAddress.of(request.getRemoteAddr());
        Optional<Refusal> full = files.enter(address);
        if (full.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            refuse(request, response, full.get());
            return;
        }
        try {
            if (read(request, response, length, limits.uploadBodyTime())) {
                getNext().invoke(request, response);
            }
        } finally {
            files.leave(address);
        }
    }

    private void whole(Request request, Response response, int length) throws IOException, ServletException {
        if (hasArrived(request, length)
                ? read(request, response, length, limits.bodyTime())
                : await(request, response, length)) {
            getNext().invoke(request, response);
        }
    }

    private boolean await(Request request, Response response, int length) throws IOException {
        String address = NetworkAddress.of(request.getRemoteAddr());
        Optional<Refusal> full = awaited.enter(address);
        if (full.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(request, response, full.get());
            return false;
        }
        try {
            return read(request, response, length, limits.bodyTime());
        } finally {
            awaited.leave(address);
        }
    }

    /** Whether the body came with its head, so that nobody has to be waited for. */
    private static boolean hasArrived(Request request, int length) {
        var coyote = request.getCoyoteRequest();
        coyote.action(ActionCode.AVAILABLE, true);
        return coyote.getAvailable() >= length;
    }

    /** Whether the body is there now; otherwise the client was told, or is gone. */
    private boolean read(Request request, Response response, int length, Duration time) throws IOException {
        try {
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
            pace(request, time);
            var body = ReadBody.of(request.getCoyoteRequest(), length);
            request.getCoyoteRequest().setInputBuffer(body);
            request.setAttribute(ReadBody.ATTRIBUTE, body);
            return true;
        } catch (PacedInput.TooSlow | SocketTimeoutException e) {
            refuse(
                    request,
                    response,
                    new Refusal(
                            HttpStatus.REQUEST_TIMEOUT, "Too slow", "The body did not arrive in time; send it again."));
        } catch (IOException hungUp) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, hungUp);
        }
        return false;
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

    /**
     * Reads what was not wanted of a body, as a client that is still sending may not look for its answer before; while others
     * of its address, or too many, are waited for, it is hung up on.
     */
    private void passOver(Request request, Response response) {
        String address = NetworkAddress.of(request.getRemoteAddr());
        if (awaited.enter(address).isPresent()) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            return;
        }
        var part = new ReadBody.Part();
        var rest = new PacedInput(request.getCoyoteRequest().getInputBuffer(), REST, 0);
        try {
            while (rest.doRead(part) >= 0) {
                part.getByteBuffer().clear();
            }
        } catch (IOException e) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
        } finally {
            awaited.leave(address);
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
