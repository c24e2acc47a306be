package dev.stipple.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was sent and what came back. */
final class Tally {
    /** How long the service may take to find its database again. */
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private record Outage(Instant from, @Nullable Instant to) {
        boolean touches(Instant begun, Instant ended) {
            return ended.isAfter(from) && (to == null || begun.isBefore(to.plus(RECOVERY)));
        }
    }

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Queue<String> retried = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile List<Outage> outages = List.of();

    synchronized void outageBegins() {
        outages = Stream.concat(outages.stream(), Stream.of(new Outage(Instant.now(), null)))
                .toList();
    }

    synchronized void outageEnds() {
        outages = outages.stream()
                .map(each -> each.to() == null ? new Outage(each.from(), Instant.now()) : each)
                .toList();
    }

    /** Counts an answer, which is a failure where it should not have come; returns whether it is a good one. */
    boolean answered(String what, int status, Instant begun) {
        count(what + " " + status);
        boolean outage = outages.stream().anyMatch(each -> each.touches(begun, Instant.now()));
        boolean refused = status == 503 && outage;
        if (status / 100 != 2 && !refused) {
            fail(what + " was answered with " + status + (outage ? " in an outage" : "") + " at " + Instant.now());
        }
        return status / 100 == 2;
    }

    void count(String what) {
        counts.computeIfAbsent(what, name -> new AtomicLong()).incrementAndGet();
    }

    long counted(String what) {
        AtomicLong count = counts.get(what);
        return count == null ? 0 : count.get();
    }

    void fail(String what) {
        failures.add(what);
    }

    /** Somebody of this name is kept under this reference: so said the service. */
    void acknowledged(String reference, String name, boolean afterRetries) {
        kept.put(reference, name);
        if (afterRetries) {
            retried.add(name);
        }
    }

    /** Who is kept so far. */
    Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    List<String> retried() {
        return List.copyOf(retried);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }
}
