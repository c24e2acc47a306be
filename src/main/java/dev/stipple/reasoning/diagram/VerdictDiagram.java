package dev.stipple.reasoning.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The verdict of every complete answer set: the nodes that one function of a builder needs, each after all that look at it.
 * Immutable.
 */
final class VerdictDiagram {
    private final int[] levels;
    private final int[] starts;
    private final int[] children;
    private final int root;

    private VerdictDiagram(int[] levels, int[] starts, int[] children, int root) {
        this.levels = levels;
        this.starts = starts;
        this.children = children;
        this.root = root;
    }

    static VerdictDiagram of(Nodes nodes, int function) {
        int[] numbers = new int[nodes.size()];
        var needed = new ArrayList<Integer>();
        collect(nodes, function, numbers, needed);
        needed.sort((one, other) -> Integer.compare(nodes.level(one), nodes.level(other)));
        for (int i = 0; i < Nodes.TERMINALS; i++) {
            numbers[i] = i;
        }
        for (int i = 0; i < needed.size(); i++) {
            numbers[needed.get(i)] = Nodes.TERMINALS + i;
        }
        int count = Nodes.TERMINALS + needed.size();
        int[] levels = new int[count];
        int[] starts = new int[count + 1];
        Arrays.fill(levels, 0, Nodes.TERMINALS, nodes.level(0));
        for (int i = 0; i < needed.size(); i++) {
            int level = nodes.level(needed.get(i));
            levels[Nodes.TERMINALS + i] = level;
            starts[Nodes.TERMINALS + i + 1] = starts[Nodes.TERMINALS + i] + nodes.arity(level);
        }
        int[] children = new int[starts[count]];
        for (int i = 0; i < needed.size(); i++) {
            int start = starts[Nodes.TERMINALS + i];
            for (int value = 0; value < starts[Nodes.TERMINALS + i + 1] - start; value++) {
                children[start + value] = numbers[nodes.child(needed.get(i), value)];
            }
        }
        return new VerdictDiagram(levels, starts, children, numbers[function]);
    }

    private static void collect(Nodes nodes, int node, int[] seen, List<Integer> needed) {
        if (node >= Nodes.TERMINALS && seen[node] == 0) {
            seen[node] = 1;
            needed.add(node);
            for (int value = 0; value < nodes.arity(nodes.level(node)); value++) {
                collect(nodes, nodes.child(node, value), seen, needed);
            }
        }
    }

    int size() {
        return levels.length;
    }

    int root() {
        return root;
    }

    int level(int node) {
        return levels[node];
    }

    int arity(int node) {
        return starts[node + 1] - starts[node];
    }

    int child(int node, int value) {
        return children[starts[node] + value];
    }
}
