package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Few answers that force something whatever the others are: none of them can be left out. */
public final class Reasons {
    private static final int SHORT = 12;

    private final Solver solver;
    private final List<Space.Given> given;
    private final List<Integer> unused;
    private final Set<Space.Given> needed;

    /**
     * Reasons among some answers.
     *
     * @param given what the answers say
     * @param unused what holds besides
     * @param needed those of which it is known that they cannot be left out, whatever the others say
     */
    public Reasons(Solver solver, List<Space.Given> given, List<Integer> unused, Set<Space.Given> needed) {
        this.solver = solver;
        this.given = given;
        this.unused = unused;
        this.needed = needed;
    }

    /** The answers that force the only possible verdict, in the order of the questionnaire; none where there are more. */
    public static List<Slot> of(Completions completions) {
        if (completions.possible().size() != 1) {
            return List.of();
        }
        Verdict verdict = completions.possible().iterator().next();
        Workspace workspace = completions.workspace();
        Set<Space.Given> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        completions.given().stream()
                .filter(each -> each.slot().question() != null)
                .filter(each -> completions.instead().matters(each.slot()))
                .forEach(needed::add);
        return new Reasons(workspace.solver(), completions.given(), completions.unused(), needed)
                .of(workspace.outcome().is(verdict));
    }

    /** The answers that force a literal which all completions have. */
    public List<Slot> of(int literal) {
        List<Space.Given> first = smaller(given, literal);
        if (first.size() <= SHORT) {
            var reversed = new ArrayList<>(given);
            Collections.reverse(reversed);
            var second = smaller(reversed, literal);
            first = second.size() < first.size() ? second : first;
        }
        return given.stream().filter(first::contains).map(Space.Given::slot).toList();
    }

    /**
     * Leaves out one answer after the other. What no core needs can be left out without asking; so the outcome is the one
     * of asking for each, whatever the solver learned before.
     */
    private List<Space.Given> smaller(List<Space.Given> start, int literal) {
        if (!isForced(start, literal)) {
            throw new IllegalArgumentException("the answers do not force this");
        }
        List<Space.Given> kept = start;
        Set<Integer> core = core();
        for (Space.Given candidate : start) {
            if (needed.contains(candidate)) {
                continue;
            }
            var rest = new ArrayList<>(kept);
            rest.remove(candidate);
            if (!isNeeded(candidate, core)) {
                kept = rest;
            } else if (isForced(rest, literal)) {
                kept = rest;
                core = core();
            }
        }
        return kept;
    }

    private Set<Integer> core() {
        return IntStream.of(solver.core()).boxed().collect(Collectors.toSet());
    }

    private static boolean isNeeded(Space.Given given, Set<Integer> core) {
        return core.contains(given.asked()) || given.value().stream().anyMatch(core::contains);
    }

    private boolean isForced(List<Space.Given> some, int literal) {
        return !solver.solve(Completions.all(some, unused, List.of(Formula.not(literal))));
    }
}
