package dev.stipple.access.limits;

import dev.stipple.assessment.Admission;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses what programs ask to be assessed before anything else is done for it, while no turn is to be had: that would take
 * the processor from those that have one. What still finds no turn is refused
 * later by {@link Busy}.
 */
final class BusyAtOnce extends ValveBase {
    private static final List<String> ASSESSING = List.of(
            "/api/v1/assessments", "/api/v1/rules/", "/api/v1/screenings", "/fhir/", "/cds-services/", "/surveyjs/");
    private static final String PATIENT = "/api/v1/screenings/import";

    private final Admission admission;
    private final ComeBack comeBack = new ComeBack();

    BusyAtOnce(Admission admission) {
        super(true);
        this.admission = admission;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!isAssessing(request)) {
            getNext().invoke(request, response);
        } else if (!admission.approach()) {
            comeBack.tell(request, response);
        } else {
            try {
                getNext().invoke(request, response);
            } finally {
                admission.leave();
            }
        }
    }

    private static boolean isAssessing(Request request) {
        String path = request.getDecodedRequestURI();
        return request.getMethod().equals("POST")
                && ASSESSING.stream().anyMatch(path::startsWith)
                && !path.startsWith(PATIENT);
    }
}
