package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.CorrectionSet;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The fewest answers that would have to be wrong for another verdict, by the solver. */
final class FewestWrong implements CorrectionSet.Forcing {
    private final Completions completions;
    private final int verdict;

    private FewestWrong(Completions completions, Verdict verdict) {
        this.completions = completions;
        this.verdict = completions.workspace().outcome().is(verdict);
    }

    /**
     * The answers that could be wrong together.
     *
     * @param most how many are looked for
     * @return empty where the verdict is open, or more than that would have to be wrong
     */
    static List<Slot> of(Completions completions, int most) {
        if (completions.possible().size() != 1) {
            return List.of();
        }
        var forcing =
                new FewestWrong(completions, completions.possible().iterator().next());
        return CorrectionSet.of(forcing, most).stream()
                .mapToObj(place -> completions.given().get(place).slot())
                .toList();
    }

    @Override
    public int count() {
        return completions.given().size();
    }

    @Override
    public boolean isForced(BitSet kept) {
        return !completions
                .workspace()
                .solver()
                .solve(Completions.all(some(kept), completions.unused(), List.of(Formula.not(verdict))));
    }

    @Override
    public BitSet core(BitSet kept) {
        List<Slot> forcing =
                new Reasons(completions.workspace().solver(), some(kept), completions.unused(), Set.of()).of(verdict);
        var core = new BitSet();
        kept.stream()
                .filter(place -> forcing.contains(completions.given().get(place).slot()))
                .forEach(core::set);
        return core;
    }

    private List<Space.Given> some(BitSet kept) {
        return kept.stream().mapToObj(completions.given()::get).toList();
    }
}
