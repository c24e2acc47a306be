package dev.stipple.access.refusals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request turned away before any controller sees it: a page for a browser, an {@code OperationOutcome} at the FHIR door, and
 * problem details (RFC 9457) for other programs.
 */
public record Refusal(HttpStatus status, String title, String detail) {
    /** Request attribute, true where a form with files cannot be read, of which the page has words of its own. */
    public static final String FORM = "unreadableForm";

    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !FhirDoor.isAt(request.getRequestURI())) {
            response.sendError(status.value());
            return;
        }
        tell(request.getRequestURI(), response);
    }

    /** Answers a program. */
    void tell(@Nullable String path, HttpServletResponse response) throws IOException {
        boolean fhir = path != null && FhirDoor.isAt(path);
        response.setStatus(status.value());
        response.setContentType(fhir ? FhirDoor.MEDIA_TYPE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = fhir ? FhirDoor.outcome(status, detail) : problem(path);
        try {
            response.getOutputStream().write(body);
        } catch (ClientAbortException hungUp) {
            // Nobody is there to be told.
            return;
        }
    }

    private byte[] problem(@Nullable String path) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status.value());
        problem.put("detail", detail);
        if (path != null) {
            problem.put("instance", path);
        }
        return JsonMapper.shared().writeValueAsBytes(problem);
    }
}
