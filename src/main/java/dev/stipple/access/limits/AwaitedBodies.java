package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;

/** Bounds how many bodies are waited for at once, in all and for each network address. */
final class AwaitedBodies {
    private static final int SHARES = 8;
    private static final Refusal TOO_MANY = new Refusal(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many bodies at once",
            "Many bodies of yours are on their way here; wait until some have arrived.");
    private static final Refusal BUSY = new Refusal(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Busy",
            "Too many requests are on their way here at the moment. Please send this again.");

    private final int share;
    private final Semaphore places;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /**
     * @param most how many bodies are waited for at once, an eighth of them for one network address
     */
    AwaitedBodies(int most) {
        share = Math.max(1, most / SHARES);
        places = new Semaphore(most);
    }

    /** Takes a place, which has to be given back; where there is none, what to tell the client. */
    Optional<Refusal> enter(String address) {
        if (taken.merge(address, 1, Integer::sum) > share) {
            leaveShare(address);
            return Optional.of(TOO_MANY);
        }
        if (!places.tryAcquire()) {
            leaveShare(address);
            return Optional.of(BUSY);
        }
        return Optional.empty();
    }

    void leave(String address) {
        places.release();
        leaveShare(address);
    }

    private void leaveShare(String address) {
        taken.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}
