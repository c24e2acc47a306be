package dev.stipple.reasoning.diagram;

import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom a question is most likely put to: people of a mild verdict, of whom each answer may be another one. Among people at
 * random so much speaks for the strictest verdict that no single answer tells anything.
 *
 * @param people by kind, the mildest first, the probability of each value: by level, then by value
 */
record Ordinary(List<double[][]> people) {
    /** The share of answers that are any at all. */
    private static final double ANY = 0.05;

    /** For each verdict that is not final, in what shares all answer sets with it have each value. */
    static Ordinary of(VerdictDiagram diagram, Layout layout) {
        double[][] random = layout.shares();
        var counts = new Counts(diagram, random);
        double[] terminals = counts.terminals();
        var people = new ArrayList<double[][]>();
        for (Verdict verdict :
                List.of(Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS, Verdict.DEFER, Verdict.MEDICAL_CLEARANCE)) {
            int terminal = Compiler.terminal(verdict);
            if (terminals[terminal] > 0) {
                people.add(of(counts, terminal, random));
            }
        }
        return new Ordinary(people.isEmpty() ? List.<double[][]>of(random) : List.copyOf(people));
    }

    /** How many values each level has. */
    int[] arities() {
        return Stream.of(people.get(0)).mapToInt(shares -> shares.length).toArray();
    }

    private static double[][] of(Counts counts, int terminal, double[][] random) {
        double[][] shares = new double[random.length][];
        for (int level = 0; level < random.length; level++) {
            double[][] with = counts.with(level);
            double all = 0;
            for (double[] value : with) {
                all += value[terminal];
            }
            shares[level] = new double[with.length];
            for (int value = 0; value < with.length; value++) {
                shares[level][value] = (1 - ANY) * with[value][terminal] / all + ANY * random[level][value];
            }
        }
        return shares;
    }
}
