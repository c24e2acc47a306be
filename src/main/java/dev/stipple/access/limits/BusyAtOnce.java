package dev.stipple.access.limits;

import dev.stipple.access.address.NetworkAddress;
import dev.stipple.assessment.Admission;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses what programs ask to be assessed before anything else is done for it, while no turn is to be had: that would take
 * the processor from those that have one. One network address has not all of them, so that a place is left for others. What
 * still finds no turn is refused later by {@link Busy}.
 */
final class BusyAtOnce extends ValveBase {
    private static final List<String> ASSESSING = List.of(
            "/api/v1/assessments", "/api/v1/rules/", "/api/v1/screenings", "/fhir/", "/cds-services/", "/surveyjs/");
    private static final String PATIENT = "/api/v1/screenings/import";

    private final Admission admission;
    private final int share;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final ComeBack comeBack = new ComeBack();

    /**
     * @param share how many of one network address have a turn, or a place on the way to one, at once
     */
    BusyAtOnce(Admission admission, int share) {
        super(true);
        this.admission = admission;
        this.share = share;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!isAssessing(request)) {
            getNext().invoke(request, response);
            return;
        }
        String address = NetworkAddress.of(request.getRemoteAddr());
        boolean hasShare = underWay.merge(address, 1, Integer::sum) <= share;
        boolean served = false;
        try {
            if (hasShare && admission.approach()) {
                served = true;
                serve(request, response);
            }
        } finally {
            underWay.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
        }
        if (!served) {
            comeBack.tell(request, response);
        }
    }

    private void serve(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            admission.leave();
        }
    }

    private static boolean isAssessing(Request request) {
        String path = request.getDecodedRequestURI();
        return request.getMethod().equals("POST")
                && ASSESSING.stream().anyMatch(path::startsWith)
                && !path.startsWith(PATIENT);
    }
}
