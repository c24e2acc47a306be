package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.HittingSets;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fewest answers that would have to be wrong for another verdict: a smallest correction set, found as the smallest
 * hitting set of minimal unsatisfiable cores (Reiter 1987). Where several are as small, the first in the order of the answers, so
 * that it hangs on nothing that the solver has learned.
 */
final class FewestWrong {
    private final Completions completions;
    private final List<Integer> otherVerdict;
    private final HittingSets cores = new HittingSets();

    private FewestWrong(Completions completions) {
        this.completions = completions;
        Verdict verdict = completions.possible().iterator().next();
        this.otherVerdict =
                List.of(Formula.not(completions.workspace().outcome().is(verdict)));
    }

    /**
     * The answers that could be wrong together.
     *
     * @param most how many are looked for
     * @return empty where the verdict is open, or more than that would have to be wrong
     */
    static List<Slot> of(Completions completions, int most) {
        return completions.possible().size() == 1 ? new FewestWrong(completions).found(most) : List.of();
    }

    private List<Slot> found(int most) {
        while (true) {
            Optional<List<Integer>> wrong = cores.smallest(most).stream()
                    .map(each -> each.stream().sorted().toList())
                    .min(FewestWrong::inOrder);
            if (wrong.isEmpty()) {
                return List.of();
            }
            if (isPossible(wrong.get())) {
                return wrong.get().stream()
                        .map(index -> completions.given().get(index).slot())
                        .toList();
            }
            if (!addCore(wrong.get())) {
                return List.of();
            }
        }
    }

    /** Of two of one size. */
    private static int inOrder(List<Integer> one, List<Integer> other) {
        return IntStream.range(0, one.size())
                .map(i -> Integer.compare(one.get(i), other.get(i)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private boolean isPossible(List<Integer> wrong) {
        return completions
                .workspace()
                .solver()
                .solve(Completions.all(without(wrong), completions.unused(), otherVerdict));
    }

    private List<Space.Given> without(List<Integer> wrong) {
        return IntStream.range(0, completions.given().size())
                .filter(index -> !wrong.contains(index))
                .mapToObj(completions.given()::get)
                .toList();
    }

    /**
     * Learns answers of which one has to be wrong: a minimal core, as large ones have too many hitting sets.
     *
     * @return false where there are none, as then nothing can change the verdict
     */
    private boolean addCore(List<Integer> wrong) {
        List<Slot> forcing = new Reasons(
                        completions.workspace().solver(), without(wrong), completions.unused(), Set.of())
                .of(Formula.not(otherVerdict.get(0)));
        Set<Integer> core = IntStream.range(0, completions.given().size())
                .filter(index -> forcing.contains(completions.given().get(index).slot()))
                .boxed()
                .collect(Collectors.toSet());
        if (!core.isEmpty()) {
            cores.add(core);
        }
        return !core.isEmpty();
    }
}
