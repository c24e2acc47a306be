package dev.stipple.reasoning.diagram;

/**
 * How probable each terminal is, also together with each value of a level, where every level has its values independently of
 * the others with some probability: the derivatives of the diagram's polynomial, all of them by one walk up and one down
 * (Darwiche, "A differential approach to inference in Bayesian networks", J. ACM 50(3), 2003).
 */
final class Counts {
    private final VerdictDiagram diagram;
    private final double[][] weights;
    /** How probable it is that a path goes through a node. */
    private final double[] through;
    /** How probable each terminal is from a node on; terminal after terminal. */
    private final double[] below;

    /** By level and value, then terminal after terminal, what paths that look at the level come to. */
    private final double[][] looking;

    /** @param weights by level and value; those of a level sum to one */
    Counts(VerdictDiagram diagram, double[][] weights) {
        this.diagram = diagram;
        this.weights = weights;
        this.through = new double[diagram.size()];
        this.below = new double[diagram.size() * Nodes.TERMINALS];
        this.looking = new double[weights.length][];
        for (int level = 0; level < weights.length; level++) {
            looking[level] = new double[weights[level].length * Nodes.TERMINALS];
        }
        walkDown();
        walkUp();
    }

    private void walkDown() {
        through[diagram.root()] = 1;
        for (int node = Nodes.TERMINALS; node < diagram.size(); node++) {
            if (through[node] > 0) {
                double[] values = weights[diagram.level(node)];
                for (int value = 0; value < values.length; value++) {
                    through[diagram.child(node, value)] += through[node] * values[value];
                }
            }
        }
    }

    private void walkUp() {
        for (int terminal = 0; terminal < Nodes.TERMINALS; terminal++) {
            below[terminal * Nodes.TERMINALS + terminal] = 1;
        }
        for (int node = diagram.size() - 1; node >= Nodes.TERMINALS; node--) {
            if (through[node] > 0) {
                walkUp(node);
            }
        }
    }

    private void walkUp(int node) {
        int level = diagram.level(node);
        for (int value = 0; value < weights[level].length; value++) {
            double weight = weights[level][value];
            int child = diagram.child(node, value) * Nodes.TERMINALS;
            for (int terminal = 0; weight > 0 && terminal < Nodes.TERMINALS; terminal++) {
                double part = weight * below[child + terminal];
                below[node * Nodes.TERMINALS + terminal] += part;
                looking[level][value * Nodes.TERMINALS + terminal] += through[node] * part;
            }
        }
    }

    /** How probable each terminal is. */
    double[] terminals() {
        double[] terminals = new double[Nodes.TERMINALS];
        System.arraycopy(below, diagram.root() * Nodes.TERMINALS, terminals, 0, Nodes.TERMINALS);
        return terminals;
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
