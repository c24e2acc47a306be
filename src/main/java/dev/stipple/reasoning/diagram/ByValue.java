package dev.stipple.reasoning.diagram;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** What can be reached where a level has a value, paths that do not look at the level among the rest. */
final class ByValue {
    private final int[][] looking;
    private final int[] over;

    /**
     * Looks at each step once.
     *
     * @param edges every step that is open, as the level before it and the node after it
     * @param reach the terminals that a node reaches, a bit for each
     */
    ByValue(VerdictDiagram diagram, List<int[]> edges, IntUnaryOperator reach) {
        int levels = diagram.level(0);
        this.looking = new int[levels][];
        this.over = new int[levels];
        int[][] begun = new int[levels + 2][Nodes.TERMINALS];
        for (int[] edge : edges) {
            int node = edge[1];
            int reached = reach.applyAsInt(node);
            for (int terminal = 0; terminal < Nodes.TERMINALS; terminal++) {
                begun[edge[0] + 1][terminal] += reached >>> terminal & 1;
                begun[diagram.level(node)][terminal] -= reached >>> terminal & 1;
            }
            if (node >= Nodes.TERMINALS) {
                look(diagram, node, reach);
            }
        }
        sum(begun);
    }

    private void look(VerdictDiagram diagram, int node, IntUnaryOperator reach) {
        int level = diagram.level(node);
        if (looking[level] == null) {
            looking[level] = new int[diagram.arity(node)];
        }
        for (int value = 0; value < looking[level].length; value++) {
            looking[level][value] |= reach.applyAsInt(diagram.child(node, value));
        }
    }

    private void sum(int[]... begun) {
        int[] under = new int[Nodes.TERMINALS];
        for (int level = 0; level < over.length; level++) {
            for (int terminal = 0; terminal < under.length; terminal++) {
                under[terminal] += begun[level][terminal];
                over[level] |= under[terminal] > 0 ? 1 << terminal : 0;
            }
        }
    }

    /** The terminals, a bit for each. */
    int reached(int level, int value) {
        return over[level] | (looking[level] == null ? 0 : looking[level][value]);
    }
}
