package dev.stipple.reasoning.diagram;

import java.util.Arrays;

/** Results by pairs of numbers; forgets some where many fall together. */
final class PairCache {
    private static final int FIRST_SIZE = 1 << 14;
    private static final int MOST = 1 << 21;

    private long[] keys = new long[FIRST_SIZE];
    private int[] results = new int[FIRST_SIZE];
    private int puts;

    PairCache() {
        Arrays.fill(keys, -1);
    }

    /** The result; negative where it is not known. */
    int get(int one, int other) {
        int slot = slot(one, other);
        return keys[slot] == key(one, other) ? results[slot] : -1;
    }

    void put(int one, int other, int result) {
        if (++puts > keys.length && keys.length < MOST) {
            enlarge();
        }
        int slot = slot(one, other);
        keys[slot] = key(one, other);
        results[slot] = result;
    }

    private void enlarge() {
        long[] oldKeys = keys;
        int[] oldResults = results;
        keys = new long[2 * oldKeys.length];
        results = new int[2 * oldKeys.length];
        Arrays.fill(keys, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int slot = slot((int) (oldKeys[i] >>> 32), (int) oldKeys[i]);
                keys[slot] = oldKeys[i];
                results[slot] = oldResults[i];
            }
        }
    }

    private int slot(int one, int other) {
        return Nodes.spread(one * 31 + Nodes.spread(other)) & keys.length - 1;
    }

    private static long key(int one, int other) {
        return (long) one << 32 | other;
    }
}
