package dev.stipple.store.renewal;

import dev.stipple.store.keys.Generation;
import java.util.List;

/** Rows that are kept, and whose keys are wrapped anew when a new generation takes over. */
public interface Survivors {
    /**
     * Wraps the keys of some rows anew; part of the transaction under way. A key that nobody can unwrap is passed over for
     * good, so that one spoilt row does not hold up the others.
     *
     * @param before the generations that may have wrapped them
     * @param most how many rows at most
     * @return how many were done; 0 where none is left
     */
    int wrapAnew(Generation generation, List<String> before, int most);
}
