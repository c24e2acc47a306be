package dev.stipple.api.fhir;

import dev.stipple.access.refusals.FhirDoor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says at the FHIR door as an OperationOutcome whatever the rest of the service says as problem details (RFC 9457) or as a
 * page: what filters turn away, what no controller takes, and what nobody expected to fail.
 */
final class OperationOutcomes extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FhirDoor.isAt(path(request));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String path(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        HttpStatus status = HttpStatus.resolve(answer.getStatus());
        if (status != null && status.isError() && !isFhir(answer.getContentType()) && !response.isCommitted()) {
            byte[] outcome = FhirDoor.outcome(status, text(answer, status));
            answer.resetBuffer();
            answer.setContentType(FhirDoor.MEDIA_TYPE);
            answer.getOutputStream().write(outcome);
        }
        answer.copyBodyToResponse();
    }

    private static boolean isFhir(@Nullable String type) {
        return type != null && type.startsWith(FhirDoor.MEDIA_TYPE);
    }

    /** What a problem says; where none was written, what its status is called. */
    private static String text(ContentCachingResponseWrapper answer, HttpStatus status) {
        if (answer.getContentType() == null
                || !answer.getContentType().startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE)) {
            return status.getReasonPhrase();
        }
        try {
            JsonNode problem = JsonMapper.shared().readTree(answer.getContentAsByteArray());
            return problem.path("detail").asString(problem.path("title").asString(status.getReasonPhrase()));
        } catch (JacksonException e) {
            return status.getReasonPhrase();
        }
    }
}
