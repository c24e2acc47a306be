package dev.stipple.reasoning.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A diagram under evidence. Terminals come as sets: a bit for each. What is asked about one stretch of levels after the other
 * takes one walk over what the evidence leaves open, upwards for what can be reached and downwards for where from (Darwiche,
 * "On the tractable counting of theory models and its application to truth maintenance and belief revision", 2001).
 * For one thread.
 */
final class Restricted {
    /** How many sets of nodes are looked at for one slot. */
    static final int MOST_SETS = 20_000;

    /** Beside the terminals, that a node was looked at: where the evidence excludes itself, nothing can be reached. */
    private static final int KNOWN = 1 << Nodes.TERMINALS;

    private final VerdictDiagram diagram;
    private final long[] open;
    private final byte[] reached;
    private final List<int[]> edges = new ArrayList<>();
    private @Nullable ByValue byValue;

    /** @param open by level, a bit for each value that it may have */
    Restricted(VerdictDiagram diagram, long[] open) {
        this.diagram = diagram;
        this.open = open;
        this.reached = new byte[diagram.size()];
        for (int terminal = 0; terminal < Nodes.TERMINALS; terminal++) {
            reached[terminal] = (byte) (1 << terminal | KNOWN);
        }
    }

    /** The terminals that can be reached. */
    int possible() {
        return reach(diagram.root());
    }

    private int reach(int node) {
        if (reached[node] == 0) {
            int all = KNOWN;
            long values = open[diagram.level(node)];
            for (int value = 0; value < diagram.arity(node); value++) {
                all |= (values >>> value & 1) == 0 ? 0 : reach(diagram.child(node, value));
            }
            reached[node] = (byte) all;
        }
        return reached[node] & KNOWN - 1;
    }

    /** The levels on which the function still stands: two values of theirs lead to other terminals, all else being alike. */
    BitSet support() {
        int[] made = new int[diagram.size()];
        Nodes nodes = nodes(made);
        restricted(diagram.root(), nodes, made);
        var support = new BitSet();
        for (int node = Nodes.TERMINALS; node < nodes.size(); node++) {
            support.set(nodes.level(node));
        }
        return support;
    }

    /** Room for the restricted function; nothing but the terminals is made yet. */
    private Nodes nodes(int[] made) {
        Arrays.fill(made, -1);
        for (int terminal = 0; terminal < Nodes.TERMINALS; terminal++) {
            made[terminal] = terminal;
        }
        return new Nodes(Arrays.stream(open).mapToInt(Long::bitCount).toArray(), Integer.MAX_VALUE, 0);
    }

    private int restricted(int node, Nodes nodes, int[] made) {
        if (made[node] < 0) {
            int level = diagram.level(node);
            int[] parts = new int[nodes.arity(level)];
            int part = 0;
            for (int value = 0; value < diagram.arity(node); value++) {
                if ((open[level] >>> value & 1) != 0) {
                    parts[part++] = restricted(diagram.child(node, value), nodes, made);
                }
            }
            made[node] = nodes.node(level, parts);
        }
        return made[node];
    }

    /**
     * Whether exactly these terminals can be reached whatever some levels say, the others as they are.
     *
     * @throws Beyond where that takes too many steps
     * @param others by level from the first, a bit for each value that it may have instead
     */
    boolean isAlways(int possible, int from, long... others) {
        int to = from + others.length;
        var entering = new TreeSet<Integer>();
        int over = 0;
        for (int[] edge : edges()) {
            if (edge[0] < from && diagram.level(edge[1]) >= from) {
                if (diagram.level(edge[1]) < to) {
                    entering.add(edge[1]);
                } else {
                    over |= reach(edge[1]);
                }
            }
        }
        var freed = new Freed(from, others);
        return Integer.bitCount(possible) == 1
                ? (over & ~possible) == 0 && freed.isWithin(entering, possible)
                : freed.isAlways(List.copyOf(entering), over, possible);
    }

    /** The terminals that can be reached where a level has a value, whatever the evidence says of that level. */
    int reached(int level, int value) {
        if (byValue == null) {
            byValue = new ByValue(diagram, edges(), this::reach);
        }
        return byValue.reached(level, value);
    }

    /**
     * Whether some levels decide where what they may say is not a product of what each of them may.
     *
     * @param ways this, and others whose evidence differs from it in these levels alone
     */
    boolean decide(int from, int to, List<Restricted> ways) {
        int[] made = new int[diagram.size()];
        Nodes nodes = nodes(made);
        for (int[] edge : edges()) {
            if (edge[0] < from && diagram.level(edge[1]) >= from && diagram.level(edge[1]) < to) {
                var after = new BitSet();
                ways.forEach(
                        way -> way.leave(edge[1], to, new BitSet(), node -> after.set(restricted(node, nodes, made))));
                if (after.cardinality() > 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private void leave(int node, int to, BitSet seen, IntConsumer after) {
        if (seen.get(node)) {
            return;
        }
        seen.set(node);
        if (diagram.level(node) >= to) {
            after.accept(node);
            return;
        }
        for (int value = 0; value < diagram.arity(node); value++) {
            if ((open[diagram.level(node)] >>> value & 1) != 0) {
                leave(diagram.child(node, value), to, seen, after);
            }
        }
    }

    /** A bit for each value that a level may have. */
    long open(int level) {
        return open[level];
    }

    /** What the evidence says beside some levels. */
    long[] beside(int from, int to) {
        long[] beside = open.clone();
        Arrays.fill(beside, from, to, 0);
        return beside;
    }

    /** Counts people who have what the evidence leaves open, in the shares that they have among others. */
    Counts counts(double[][] people) {
        double[][] shares = new double[people.length][];
        for (int level = 0; level < shares.length; level++) {
            shares[level] = people[level].clone();
            double all = share(people, level);
            for (int value = 0; value < shares[level].length; value++) {
                shares[level][value] = (open[level] >>> value & 1) == 0 ? 0 : shares[level][value] / all;
            }
        }
        return new Counts(diagram, shares);
    }

    /** The share of people who have at one level what the evidence leaves open there. */
    double share(double[][] people, int level) {
        double share = 0;
        for (int value = 0; value < people[level].length; value++) {
            share += (open[level] >>> value & 1) == 0 ? 0 : people[level][value];
        }
        return share;
    }

    /** Every step that the evidence leaves open, as the level before it and the node after it. */
    private List<int[]> edges() {
        if (edges.isEmpty()) {
            edges.add(new int[] {-1, diagram.root()});
            var seen = new BitSet();
            for (int i = 0; i < edges.size(); i++) {
                int node = edges.get(i)[1];
                if (node >= Nodes.TERMINALS && !seen.get(node)) {
                    seen.set(node);
                    int level = diagram.level(node);
                    for (int value = 0; value < diagram.arity(node); value++) {
                        if ((open[level] >>> value & 1) != 0) {
                            edges.add(new int[] {level, diagram.child(node, value)});
                        }
                    }
                }
            }
        }
        return edges;
    }

    /** Some levels with other values than the evidence says. */
    private final class Freed {
        private final int from;
        private final long[] others;
        private final Map<Object, Boolean> done = new HashMap<>();

        private Freed(int from, long[] others) {
            this.from = from;
            this.others = others;
        }

        private boolean isInside(int node) {
            return diagram.level(node) < from + others.length;
        }

        /** Whether all that these nodes reach is among some terminals. */
        private boolean isWithin(Iterable<Integer> nodes, int possible) {
            for (int node : nodes) {
                if (!isWithin(node, possible)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isWithin(int node, int possible) {
            if (!isInside(node)) {
                return (reach(node) & ~possible) == 0;
            }
            Boolean known = done.get(node);
            if (known == null) {
                known = true;
                long values = others[diagram.level(node) - from];
                for (int value = 0; known && value < diagram.arity(node); value++) {
                    known = (values >>> value & 1) == 0 || isWithin(diagram.child(node, value), possible);
                }
                done.put(node, known);
            }
            return known;
        }

        /** Whether these nodes together reach exactly some terminals for each combination of the other values. */
        private boolean isAlways(List<Integer> nodes, int over, int possible) {
            int level = nodes.stream()
                    .filter(this::isInside)
                    .mapToInt(diagram::level)
                    .min()
                    .orElse(-1);
            if (level < 0) {
                int all = nodes.stream().mapToInt(Restricted.this::reach).reduce(over, (one, other) -> one | other);
                return all == possible;
            }
            Boolean known = done.get(nodes);
            if (known == null) {
                known = true;
                long values = others[level - from];
                for (int value = 0; known && value < Long.SIZE - Long.numberOfLeadingZeros(values); value++) {
                    known = (values >>> value & 1) == 0 || isAlways(next(nodes, level, value), over, possible);
                }
                if (done.size() == MOST_SETS) {
                    throw new Beyond();
                }
                done.put(nodes, known);
            }
            return known;
        }

        private List<Integer> next(List<Integer> nodes, int level, int value) {
            return nodes.stream()
                    .map(node -> diagram.level(node) == level ? diagram.child(node, value) : node)
                    .sorted()
                    .distinct()
                    .toList();
        }
    }
}
