package dev.stipple.live;

import dev.stipple.text.Fault;
import java.time.Instant;
import java.util.List;

/**
 * A try to load the rules.
 *
 * @param digest of the rulebook that the try gave; empty where it gave none
 * @param faults in order of place; none where it succeeded
 */
public record Attempt(Instant at, String digest, List<Fault> faults) {
    public boolean succeeded() {
        return faults.isEmpty();
    }
}
