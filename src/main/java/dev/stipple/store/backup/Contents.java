package dev.stipple.store.backup;

import java.time.Instant;
import java.util.Map;

/**
 * What a backup holds, as its last entry says.
 *
 * @param taken when
 * @param rows how many of each table
 */
public record Contents(Instant taken, Map<String, Long> rows) {
    /** What whoever keeps a backup has to know. */
    public static final String NOTE =
            "It knows everybody who was kept then, also those erased since, until it is deleted;"
                    + " it opens with the master key of its time alone.";

    public long screenings() {
        return rows.getOrDefault("screening", 0L);
    }
}
