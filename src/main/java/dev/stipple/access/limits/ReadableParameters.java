package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away parameters that cannot be decoded or are too many, before anybody asks for one: the failure quotes what a person
 * entered, and would be logged.
 */
final class ReadableParameters extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterNames();
        } catch (InvalidParameterException e) {
            new Refusal(
                            HttpStatus.BAD_REQUEST,
                            "Unreadable parameters",
                            "What stands behind the question mark, or in the form, is too much or not UTF-8 that is"
                                    + " percent-encoded.")
                    .write(request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
