package dev.stipple.reasoning.diagram;

import java.util.Arrays;

/**
 * How probable each terminal is, also together with each value of a level, where every level has its values independently of
 * the others with some probability: the derivatives of the diagram's polynomial, all of them by one walk up and one down
 * (Darwiche, "A differential approach to inference in Bayesian networks", J. ACM 50(3), 2003).
 */
final class Counts {
    private final double[][] weights;

    /** How probable each one is. */
    private final double[] terminals;

    /** By level and value, then terminal after terminal, what paths that look at the level come to. */
    private final double[][] looking;

    /** @param weights by level and value; those of a level sum to one */
    Counts(VerdictDiagram diagram, double[][] weights) {
        this.weights = weights;
        this.looking = new double[weights.length][];
        for (int level = 0; level < weights.length; level++) {
            looking[level] = new double[weights[level].length * Nodes.TERMINALS];
        }
        double[] below = walkUp(diagram, walkDown(diagram));
        this.terminals =
                Arrays.copyOfRange(below, diagram.root() * Nodes.TERMINALS, (diagram.root() + 1) * Nodes.TERMINALS);
    }

    /** How probable it is that a path goes through a node, by node. */
    private double[] walkDown(VerdictDiagram diagram) {
        double[] through = new double[diagram.size()];
        through[diagram.root()] = 1;
        for (int node = Nodes.TERMINALS; node < diagram.size(); node++) {
            if (through[node] > 0) {
                double[] values = weights[diagram.level(node)];
                for (int value = 0; value < values.length; value++) {
                    through[diagram.child(node, value)] += through[node] * values[value];
                }
            }
        }
        return through;
    }

    /** How probable each terminal is from a node on, by node and then terminal after terminal. */
    private double[] walkUp(VerdictDiagram diagram, double... through) {
        double[] below = new double[diagram.size() * Nodes.TERMINALS];
        for (int terminal = 0; terminal < Nodes.TERMINALS; terminal++) {
            below[terminal * Nodes.TERMINALS + terminal] = 1;
        }
        for (int node = diagram.size() - 1; node >= Nodes.TERMINALS; node--) {
            int level = diagram.level(node);
            for (int value = 0; through[node] > 0 && value < weights[level].length; value++) {
                double weight = weights[level][value];
                int child = diagram.child(node, value) * Nodes.TERMINALS;
                for (int terminal = 0; weight > 0 && terminal < Nodes.TERMINALS; terminal++) {
                    double part = weight * below[child + terminal];
                    below[node * Nodes.TERMINALS + terminal] += part;
                    looking[level][value * Nodes.TERMINALS + terminal] += through[node] * part;
                }
            }
        }
        return below;
    }

    /** How probable each terminal is. */
    double[] terminals() {
        return terminals.clone();
    }

    /** How probable each terminal is together with each value of a level: by value, then by terminal. */
    double[][] with(int level) {
        double[][] with = new double[weights[level].length][Nodes.TERMINALS];
        addTo(with, 1, level);
        return with;
    }

    /** Adds the same, each times something, to other ones. */
    void addTo(double[][] with, double times, int level) {
        double[] beside = terminals();
        for (int i = 0; i < looking[level].length; i++) {
            beside[i % Nodes.TERMINALS] -= looking[level][i];
        }
        for (int value = 0; value < with.length; value++) {
            for (int terminal = 0; terminal < Nodes.TERMINALS; terminal++) {
                with[value][terminal] += times
                        * (looking[level][value * Nodes.TERMINALS + terminal]
                                + weights[level][value] * Math.max(0, beside[terminal]));
            }
        }
    }
}
