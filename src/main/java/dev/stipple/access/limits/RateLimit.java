package dev.stipple.access.limits;

import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.address.NetworkAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a client that asks too often with 429 and when to come back. A network address is counted whatever it sends, so
 * that made-up keys gain nothing; a key is counted besides, wherever it is used from. Probes of whether the service lives
 * are not counted.
 */
final class RateLimit extends OncePerRequestFilter {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RequestMatcher UNCOUNTED = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/health"),
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/health/liveness"),
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/health/readiness"));

    private final Buckets addresses;
    private final Buckets keys;

    RateLimit(Limits limits) {
        this.addresses = new Buckets(MINUTE, Buckets.limit(limits.requestsPerMinute(), MINUTE));
        this.keys = new Buckets(MINUTE, Buckets.limit(limits.keyRequestsPerMinute(), MINUTE));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UNCOUNTED.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(ApiKeys.HEADER);
        if (addresses.allows(NetworkAddress.of(request.getRemoteAddr()), request, response)
                && (key == null || keys.allows(key, request, response))) {
            chain.doFilter(request, response);
        }
    }
}
