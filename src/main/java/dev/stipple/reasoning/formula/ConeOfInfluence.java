package dev.stipple.reasoning.formula;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/** The part of a formula that some literals stand on, lower nodes first. */
public final class ConeOfInfluence {
    private final Formula formula;
    private final int[] order;
    private final IdentityHashMap<int[], int[]> above = new IdentityHashMap<>();

    public ConeOfInfluence(Formula formula, List<Integer> roots) {
        this.formula = formula;
        var seen = new BitSet();
        var open = new ArrayDeque<Integer>();
        roots.forEach(root -> open.push(Formula.node(root)));
        while (!open.isEmpty()) {
            int node = open.pop();
            if (!seen.get(node)) {
                seen.set(node);
                for (int part : formula.parts(node)) {
                    open.push(Formula.node(part));
                }
            }
        }
        this.order = seen.stream().toArray();
    }

    /** The nodes, each after those it stands on. */
    int[] order() {
        return order;
    }

    int size() {
        return order.length == 0 ? 0 : order[order.length - 1] + 1;
    }

    /** The nodes that stand on any of these variables, each after those it stands on, the variables left out. */
    int[] above(int[] variables) {
        return above.computeIfAbsent(variables, this::findAbove);
    }

    private int[] findAbove(int[] variables) {
        var marked = new BitSet();
        for (int variable : variables) {
            marked.set(Formula.node(variable));
        }
        var found = new BitSet();
        for (int node : order) {
            for (int part : formula.parts(node)) {
                if (marked.get(Formula.node(part))) {
                    marked.set(node);
                    found.set(node);
                }
            }
        }
        return found.stream().toArray();
    }
}
