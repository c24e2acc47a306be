package dev.stipple.access.limits;

import dev.stipple.access.address.NetworkAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets one network address begin so many forms in an hour, and four times as many in a day. */
final class BegunForms extends OncePerRequestFilter {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int HOURS = 4;
    private static final RequestMatcher BEGIN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/intake");

    private final Buckets begun;

    BegunForms(int anHour) {
        this.begun = new Buckets(DAY, Buckets.limit(anHour, HOUR), Buckets.limit(HOURS * anHour, DAY));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!BEGIN.matches(request) || begun.allows(NetworkAddress.of(request.getRemoteAddr()), request, response)) {
            chain.doFilter(request, response);
        }
    }
}
