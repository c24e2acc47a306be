package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away bodies that are too large, before anything of them is read. */
final class BodyLimit extends OncePerRequestFilter {
    private static final RequestMatcher IMPORT =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/screenings/import");

    private static final RequestMatcher UPLOAD = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/intake/{token}/sent/files"),
            PathPatternRequestMatcher.withDefaults().matcher("/console/exchange/import"));

    private final Limits limits;

    BodyLimit(Limits limits) {
        this.limits = limits;
    }

    private DataSize most(HttpServletRequest request) {
        if (IMPORT.matches(request)) {
            return limits.importBody();
        }
        return UPLOAD.matches(request) ? limits.uploadBody() : limits.body();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize most = most(request);
        if (request.getContentLengthLong() > most.toBytes()) {
            new Refusal(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "Too large",
                            "The body is larger than " + most.toBytes() + " bytes; send less at a time.")
                    .write(request, response);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            new Refusal(HttpStatus.LENGTH_REQUIRED, "Length required", "Say how long the body is, with Content-Length.")
                    .write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
