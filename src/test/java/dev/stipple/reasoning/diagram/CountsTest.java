package dev.stipple.reasoning.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Counting by two walks, held against adding up every combination of values. */
class CountsTest {
    private static final double EXACT = 1e-12;

    private final Random random = new Random();
    private final int[] arities = {2, 3, 2, 4, 2};
    private final double[][] weights =
            IntStream.of(arities).mapToObj(double[]::new).toArray(double[][]::new);

    @RepeatedTest(20)
    void everyTerminalIsAsProbableAsItsCombinations(RepetitionInfo repetition) {
        random.setSeed(repetition.getCurrentRepetition());
        for (double[] level : weights) {
            double all = 0;
            for (int value = 0; value < level.length; value++) {
                level[value] = random.nextInt(4) == 0 && value > 0 ? 0 : 1 + random.nextInt(5);
                all += level[value];
            }
            for (int value = 0; value < level.length; value++) {
                level[value] /= all;
            }
        }
        var nodes = new Nodes(arities, 1_000, 0);
        VerdictDiagram diagram = VerdictDiagram.of(nodes, function(nodes, 0));
        double[] terminals = new double[Nodes.TERMINALS];
        double[][][] with = IntStream.of(arities)
                .mapToObj(arity -> new double[arity][Nodes.TERMINALS])
                .toArray(double[][][]::new);
        add(diagram, new int[arities.length], 0, terminals, with);

        var counts = new Counts(diagram, weights);

        assertThat(counts.terminals()).containsExactly(terminals, within(EXACT));
        for (int level = 0; level < arities.length; level++) {
            double[][] counted = counts.with(level);
            for (int value = 0; value < arities[level]; value++) {
                assertThat(counted[value]).containsExactly(with[level][value], within(EXACT));
            }
        }
    }

    /** Any function; of some levels it does not look at one. */
    private int function(Nodes nodes, int level) {
        if (level == arities.length) {
            return random.nextInt(Nodes.TERMINALS);
        }
        return random.nextInt(4) == 0
                ? function(nodes, level + 1)
                : nodes.node(
                        level,
                        IntStream.range(0, arities[level])
                                .map(value -> function(nodes, level + 1))
                                .toArray());
    }

    private void add(VerdictDiagram diagram, int[] values, int level, double[] terminals, double[][][] with) {
        if (level < arities.length) {
            for (values[level] = 0; values[level] < arities[level]; values[level]++) {
                add(diagram, values, level + 1, terminals, with);
            }
            return;
        }
        double weight = 1;
        for (int i = 0; i < values.length; i++) {
            weight *= weights[i][values[i]];
        }
        int node = diagram.root();
        while (node >= Nodes.TERMINALS) {
            node = diagram.child(node, values[diagram.level(node)]);
        }
        terminals[node] += weight;
        for (int i = 0; i < values.length; i++) {
            with[i][values[i]][node] += weight;
        }
    }
}
