package dev.stipple.access.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.stipple.access.refusals.Refusal;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Counts what each client does, by a clock that nobody can put back, and tells when to come back whoever did too much. */
final class Buckets {
    private static final int MOST_CLIENTS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param forgetting how long after the last time a client is forgotten; not shorter than any limit's time
     */
    Buckets(Duration forgetting, Bandwidth... limits) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(forgetting)
                .build(client -> {
                    var bucket = Bucket.builder().withNanosecondPrecision();
                    Stream.of(limits).forEach(bucket::addLimit);
                    return bucket.build();
                });
    }

    /** So many in a time, at once or spread over it. */
    static Bandwidth limit(int most, Duration time) {
        return Bandwidth.builder().capacity(most).refillGreedy(most, time).build();
    }

    /** Counts one time more; answers the request where that is too much. */
    boolean allows(String client, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
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
}
