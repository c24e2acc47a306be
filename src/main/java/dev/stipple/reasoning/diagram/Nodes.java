package dev.stipple.reasoning.diagram;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reduced and ordered decision diagrams with several values a level and several terminals, all over one order and sharing
 * equal parts, so that equal functions are equal numbers. A number below {@link #TERMINALS} is a terminal; among them {@link
 * #YES} and {@link #NO} make functions that hold or not, of which the minimum is the disjunction.
 */
final class Nodes {
    static final int TERMINALS = 7;
    static final int YES = 0;
    static final int NO = 6;

    private static final int[] NEGATED = {NO, 1, 2, 3, 4, 5, YES};
    private static final int FIRST_SIZE = 1 << 12;

    private final int[] arities;
    private final int most;
    private final long mostCombined;
    private int[] levels = new int[FIRST_SIZE];
    private int[] starts = new int[FIRST_SIZE];
    private int[] children = new int[4 * FIRST_SIZE];
    private int[] table = new int[4 * FIRST_SIZE];
    private int size = TERMINALS;
    private int end;
    private long combined;
    private final PairCache minima = new PairCache();
    private final Map<Integer, Integer> negations = new HashMap<>();

    /**
     * No nodes yet.
     *
     * @param arities how many values each level has
     * @param most how many nodes there may be
     * @param mostCombined how many pairs of functions may be combined, some of them again, as the cache forgets
     */
    Nodes(int[] arities, int most, long mostCombined) {
        this.arities = arities.clone();
        this.most = most;
        this.mostCombined = mostCombined;
        for (int i = 0; i < TERMINALS; i++) {
            levels[i] = arities.length;
        }
    }

    int size() {
        return size;
    }

    /** The level that a function first looks at; of a terminal, one below all. */
    int level(int node) {
        return levels[node];
    }

    int child(int node, int value) {
        return children[starts[node] + value];
    }

    int arity(int level) {
        return arities[level];
    }

    /** Holds where a level has this value. */
    int is(int level, int value) {
        int[] parts = new int[arities[level]];
        Arrays.fill(parts, NO);
        parts[value] = YES;
        return node(level, parts);
    }

    /**
     * The function that looks at a level and goes on by its value.
     *
     * @throws TooLarge where there are too many nodes
     */
    int node(int level, int[] parts) {
        boolean same = true;
        for (int part : parts) {
            same &= part == parts[0];
        }
        if (same) {
            return parts[0];
        }
        int slot = slot(level, parts);
        if (table[slot] != 0) {
            return table[slot];
        }
        if (size == most) {
            throw new TooLarge();
        }
        grow(parts.length);
        levels[size] = level;
        starts[size] = end;
        System.arraycopy(parts, 0, children, end, parts.length);
        end += parts.length;
        table[slot] = size;
        if (3 * size > table.length) {
            rehash();
        }
        return size++;
    }

    private void grow(int more) {
        if (size + 1 >= levels.length) {
            levels = Arrays.copyOf(levels, 2 * levels.length);
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        if (end + more > children.length) {
            children = Arrays.copyOf(children, 2 * children.length + more);
        }
    }

    private int slot(int level, int[] parts) {
        int slot = spread(31 * Arrays.hashCode(parts) + level) & table.length - 1;
        while (table[slot] != 0 && !isAt(table[slot], level, parts)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean isAt(int node, int level, int[] parts) {
        return levels[node] == level
                && Arrays.equals(children, starts[node], starts[node] + parts.length, parts, 0, parts.length);
    }

    private void rehash() {
        table = new int[2 * table.length];
        for (int node = TERMINALS; node <= size; node++) {
            table[slot(levels[node], parts(node))] = node;
        }
    }

    private int[] parts(int node) {
        return Arrays.copyOfRange(children, starts[node], starts[node] + arities[levels[node]]);
    }

    static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    int or(int one, int other) {
        return minimum(one, other);
    }

    int and(int one, int other) {
        return not(minimum(not(one), not(other)));
    }

    int not(int function) {
        return map(function, NEGATED);
    }

    /**
     * The lower terminal of two functions, everywhere.
     *
     * @throws TooLarge where that takes too many nodes, or too many steps
     */
    int minimum(int one, int other) {
        if (one == other || one == YES || other == NO) {
            return one;
        }
        if (other == YES || one == NO) {
            return other;
        }
        if (one < TERMINALS && other < TERMINALS) {
            return Math.min(one, other);
        }
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        int known = minima.get(first, second);
        if (known >= 0) {
            return known;
        }
        if (++combined > mostCombined) {
            throw new TooLarge();
        }
        int level = Math.min(levels[first], levels[second]);
        int[] parts = new int[arities[level]];
        for (int value = 0; value < parts.length; value++) {
            parts[value] = minimum(at(first, level, value), at(second, level, value));
        }
        int result = node(level, parts);
        minima.put(first, second, result);
        return result;
    }

    private int at(int function, int level, int value) {
        return levels[function] == level ? child(function, value) : function;
    }

    /** The function with other terminals. */
    int map(int function, int[] terminals) {
        return map(function, terminals, terminals == NEGATED ? negations : new HashMap<>());
    }

    private int map(int function, int[] terminals, Map<Integer, Integer> done) {
        if (function < TERMINALS) {
            return terminals[function];
        }
        Integer known = done.get(function);
        if (known != null) {
            return known;
        }
        int level = levels[function];
        int[] parts = new int[arities[level]];
        for (int value = 0; value < parts.length; value++) {
            parts[value] = map(child(function, value), terminals, done);
        }
        int result = node(level, parts);
        done.put(function, result);
        return result;
    }
}
