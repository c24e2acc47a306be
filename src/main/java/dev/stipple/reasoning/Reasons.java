package dev.stipple.reasoning;

import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Few answers that force something whatever the others are: none of them can be left out. */
final class Reasons {
    private static final int SHORT = 12;

    private final Completions completions;
    private final Solver solver;

    Reasons(Completions completions) {
        this.completions = completions;
        this.solver = completions.workspace().solver();
    }

    /** The answers that force the only possible verdict, in the order of the questionnaire. */
    List<Slot> ofVerdict() {
        if (completions.possible().size() != 1) {
            return List.of();
        }
        Verdict verdict = completions.possible().iterator().next();
        return of(completions.workspace().outcome().is(verdict));
    }

    /** The answers that force a literal which all completions have. */
    List<Slot> of(int literal) {
        List<Space.Given> first = smaller(completions.given(), literal);
        if (first.size() <= SHORT) {
            var reversed = new ArrayList<>(completions.given());
            Collections.reverse(reversed);
            var second = smaller(reversed, literal);
            first = second.size() < first.size() ? second : first;
        }
        return completions.given().stream()
                .filter(first::contains)
                .map(Space.Given::slot)
                .toList();
    }

    private List<Space.Given> smaller(List<Space.Given> start, int literal) {
        List<Space.Given> kept = forced(start, literal);
        for (Space.Given candidate : List.copyOf(kept)) {
            if (kept.contains(candidate)) {
                var rest = new ArrayList<>(kept);
                rest.remove(candidate);
                if (isForced(rest, literal)) {
                    kept = core(rest);
                }
            }
        }
        return kept;
    }

    private List<Space.Given> forced(List<Space.Given> given, int literal) {
        if (!isForced(given, literal)) {
            throw new IllegalArgumentException("the answers do not force this");
        }
        return core(given);
    }

    private boolean isForced(List<Space.Given> given, int literal) {
        return !solver.solve(completions.all(given, List.of(Formula.not(literal))));
    }

    private List<Space.Given> core(List<Space.Given> given) {
        var core = new HashSet<Integer>();
        for (int literal : solver.core()) {
            core.add(literal);
        }
        return given.stream()
                .filter(each ->
                        core.contains(each.asked()) || each.value().stream().anyMatch(core::contains))
                .toList();
    }
}
