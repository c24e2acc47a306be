package dev.stipple.store.audit;

import java.util.List;

/**
 * What verifying the log and the rows came to.
 *
 * @param entries how many entries hold
 * @param seal that of the last one; whoever noted an earlier one can have it looked up
 * @param faults what does not hold, and where; empty where everything does
 */
public record Verification(long entries, String seal, List<String> faults) {
    public boolean holds() {
        return faults.isEmpty();
    }
}
