package dev.stipple.reasoning.outlook;

import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.DeadlinePassed;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses some variables so that the others can no longer make something hold, if it can. */
final class ForAllSolver {
    private static final int MOST_ROUNDS = 200;

    private final Workspace workspace;
    private final Formula formula;

    ForAllSolver(Workspace workspace) {
        this.workspace = workspace;
        this.formula = workspace.space().formula();
    }

    /**
     * Whether for every value of the variables the rest can be chosen so that all literals hold. Each answer of the rest
     * is turned against the adversary for all values that it covers.
     *
     * @throws DeadlinePassed after too many rounds
     */
    boolean isPowerless(int[] variables, List<Integer> literals) {
        var uncovered = new ArrayList<Integer>();
        var own = new Solver(formula);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!own.solve(uncovered)) {
                return true;
            }
            List<Integer> value = value(variables, own);
            if (!workspace
                    .solver()
                    .solve(Stream.concat(value.stream(), literals.stream()).toList())) {
                return false;
            }
            uncovered.add(Formula.not(covered(variables, literals)));
        }
        throw new DeadlinePassed();
    }

    private List<Integer> value(int[] variables, Solver solver) {
        Assignment assignment = workspace.space().assignment(solver);
        return IntStream.of(variables)
                .map(variable -> assignment.holds(variable) ? variable : Formula.not(variable))
                .boxed()
                .toList();
    }

    /** What the literals still demand of the variables once the rest is chosen as in the last model. */
    private int covered(int[] variables, List<Integer> literals) {
        Assignment model = workspace.space().assignment(workspace.solver());
        Set<Integer> free = Arrays.stream(variables).boxed().collect(Collectors.toSet());
        var replacement = new Formula.Replacement();
        workspace.primaries().stream()
                .filter(variable -> !free.contains(variable))
                .forEach(variable -> replacement.put(variable, model.holds(variable) ? Formula.TRUE : Formula.FALSE));
        return formula.and(literals.stream()
                .map(literal -> formula.replaced(literal, replacement))
                .toList());
    }
}
