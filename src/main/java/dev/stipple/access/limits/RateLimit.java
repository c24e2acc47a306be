package dev.stipple.access.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.stipple.access.accounts.ApiKeys;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private static final int MOST_CLIENTS = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RequestMatcher UNCOUNTED = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/health"),
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/health/liveness"),
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/health/readiness"));

    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> keys;

    RateLimit(Limits limits) {
        this.addresses = buckets(limits.requestsPerMinute());
        this.keys = buckets(limits.keyRequestsPerMinute());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return UNCOUNTED.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(ApiKeys.HEADER);
        if (allowed(addresses.get(NetworkAddress.of(request.getRemoteAddr())), request, response)
                && (key == null || allowed(keys.get(key), request, response))) {
            chain.doFilter(request, response);
        }
    }

    private static boolean allowed(Bucket bucket, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return true;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        new Refusal(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many requests",
                        "That was a lot in a short time; come back in " + seconds + " seconds.")
                .write(request, response);
        return false;
    }

    /** Counted by a clock that nobody can put back. */
    private static LoadingCache<String, Bucket> buckets(int perMinute) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(MINUTE)
                .build(client -> Bucket.builder()
                        .withNanosecondPrecision()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }
}
