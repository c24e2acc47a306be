package dev.stipple.access.limits;

import dev.stipple.assessment.TooBusy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells when to come back where a calculation was refused its turn. */
final class Busy extends OncePerRequestFilter {
    private final ComeBack comeBack = new ComeBack();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !isTooBusy(e)) {
                throw e;
            }
            response.resetBuffer();
            comeBack.tell(request, response);
        }
    }

    private static boolean isTooBusy(Throwable problem) {
        return Stream.iterate(problem, each -> each != null, Throwable::getCause)
                .anyMatch(TooBusy.class::isInstance);
    }
}
