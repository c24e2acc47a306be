package dev.stipple.access.limits;

import dev.stipple.access.address.NetworkAddress;
import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Leaves threads to others, however slowly one network address sends its requests and takes the answers. */
final class RequestsAtOnce extends ValveBase {
    private static final Refusal REFUSAL = new Refusal(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many requests at once",
            "Many requests of yours are being worked on; wait until some are answered.");

    private final int most;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    RequestsAtOnce(int most) {
        super(true);
        this.most = most;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String address = NetworkAddress.of(request.getRemoteAddr());
        int place = underWay.merge(address, 1, Integer::sum);
        try {
            if (place > most) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                response.setHeader(HttpHeaders.CONNECTION, "close");
                REFUSAL.write(request, response);
                response.getCoyoteResponse().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            } else {
                getNext().invoke(request, response);
            }
        } finally {
            underWay.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
        }
    }
}
