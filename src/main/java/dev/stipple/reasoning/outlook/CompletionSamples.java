package dev.stipple.reasoning.outlook;

import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.ParallelAssignments;
import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Complete answers made up at random, side by side, one a bit, the same ones each time. Most of them are people of a mild
 * verdict with some answers changed: on people at random so much speaks for the strictest verdict that no single answer
 * tells anything.
 */
final class CompletionSamples {
    /** The share of answers that is changed, by word. */
    private static final double[] CHANGED = {0, 0.02, 0.05, 0.05, 0.1, 0.1, 0.3, 1};

    /** The word in which every answer is changed: what is open is answered in all kinds of ways. */
    private static final int FEW = CHANGED.length - 1;

    private static final long SEED = 20_261_120;

    private final Space space;
    private final Map<Integer, long[]> values = new HashMap<>();
    private final Map<Integer, long[]> others = new HashMap<>();

    /**
     * Samples of a space.
     *
     * @param mild people of mild verdicts, the mildest first; where there are none, everybody is random
     */
    CompletionSamples(Space space, List<Assignment> mild) {
        this.space = space;
        var random = new SplittableRandom(SEED);
        for (int lane = 0; lane < 64 * CHANGED.length; lane++) {
            // Every other lane starts from the mildest, every fourth from the next, and so on.
            int start = Math.min(Integer.numberOfTrailingZeros(lane + 1), mild.size() - 1);
            sample(
                    values,
                    lane,
                    start < 0 ? new Assignment(space.formula()) : mild.get(start),
                    start < 0 ? 1 : CHANGED[lane / 64],
                    random);
            sample(others, lane, new Assignment(space.formula()), 1, random);
        }
    }

    private void sample(
            Map<Integer, long[]> bits, int lane, Assignment start, double changed, SplittableRandom random) {
        var assignment = new Assignment(space.formula());
        for (Variable variable : space.everyVariable()) {
            copy(start, variable.variables(), assignment);
            if (random.nextDouble() < changed) {
                variable.sample(random, assignment);
            }
            store(assignment, variable.variables(), lane, bits);
        }
        for (Entries group : space.entries()) {
            copy(start, group.some(), assignment);
            if (random.nextDouble() < changed) {
                group.sample(random, assignment);
            }
            store(assignment, group.some(), lane, bits);
        }
    }

    private static void copy(Assignment start, int[] variables, Assignment assignment) {
        for (int variable : variables) {
            assignment.set(Formula.node(variable), start.holds(variable));
        }
    }

    private static void store(Assignment assignment, int[] variables, int lane, Map<Integer, long[]> bits) {
        for (int variable : variables) {
            long[] row = bits.computeIfAbsent(variable, each -> new long[words()]);
            if (assignment.holds(variable)) {
                row[lane / 64] |= 1L << (lane % 64);
            }
        }
    }

    static int words() {
        return CHANGED.length;
    }

    /** Every variable that has a value in each lane. */
    Set<Integer> variables() {
        return values.keySet();
    }

    /** The samples as lanes in which nothing is evaluated yet. */
    ParallelAssignments in(ParallelAssignments open) {
        values.forEach((variable, bits) -> open.set(variable, bits));
        return open;
    }

    /** Few of the samples, 64, as lanes in which nothing is evaluated yet. */
    ParallelAssignments few(ParallelAssignments open) {
        values.forEach((variable, bits) -> open.set(variable, new long[] {bits[FEW]}));
        return open;
    }

    /** Other values of a variable for the same lanes, at random. */
    long[] other(int variable) {
        return others.getOrDefault(variable, new long[words()]);
    }
}
