package dev.stipple.reasoning.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How many of some literals hold: a sequential counter (Sinz, "Towards an optimal CNF encoding of Boolean cardinality
 * constraints", CP 2005), of which each bound is built when it is first asked for.
 */
public final class Counter {
    private final Formula formula;
    private final int[] literals;

    /** By count, then by how many of the literals are looked at: whether at least so many of those hold. */
    private final List<int[]> atLeast = new ArrayList<>();

    public Counter(Formula formula, Collection<Integer> literals) {
        this.formula = formula;
        this.literals = literals.stream().mapToInt(each -> each).toArray();
        int[] none = new int[this.literals.length + 1];
        Arrays.fill(none, Formula.TRUE);
        atLeast.add(none);
    }

    /** Holds where at most so many of the literals do. */
    public int atMost(int bound) {
        while (atLeast.size() <= bound + 1) {
            atLeast.add(next(atLeast.get(atLeast.size() - 1)));
        }
        return Formula.not(atLeast.get(bound + 1)[literals.length]);
    }

    private int[] next(int[] oneLess) {
        int[] column = new int[literals.length + 1];
        column[0] = Formula.FALSE;
        for (int i = 0; i < literals.length; i++) {
            column[i + 1] = formula.or(column[i], formula.and(literals[i], oneLess[i]));
        }
        return column;
    }

    /** The least number of the literals that hold together with all of these, which can hold. */
    public int fewest(Solver solver, List<Integer> with) {
        int bound = 0;
        while (!solver.solve(and(with, atMost(bound)))) {
            bound++;
        }
        return bound;
    }

    private static List<Integer> and(List<Integer> literals, int more) {
        var all = new ArrayList<>(literals);
        all.add(more);
        return all;
    }
}
