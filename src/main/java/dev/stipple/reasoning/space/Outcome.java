package dev.stipple.reasoning.space;

import dev.stipple.reasoning.formula.Formula;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the rules make of complete answers: which of them fire, which factors speak, and the verdict. */
public final class Outcome {
    private final Space space;
    private final Formula formula;
    private final Map<String, Integer> fires = new HashMap<>();
    private final Map<String, Integer> spoken = new LinkedHashMap<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, List<Swap>> swaps;
    private final int open;

    /** Where the literal holds, a rule has this effect instead of its own. */
    public record Swap(Effect effect, int literal) {}

    public Outcome(Space space, Rules rules) {
        this(space, rules, Map.of());
    }

    /**
     * What the rules make of complete answers where some rules may have other effects than their own.
     *
     * @param swaps by rule id; of those of one rule at most one may hold
     */
    public Outcome(Space space, Rules rules, Map<String, List<Swap>> swaps) {
        this.space = space;
        this.swaps = swaps;
        this.formula = space.formula();
        this.open = formula.variable();
        rules.deciding().forEach(rule -> fires.put(rule.id(), condition(rule.condition())));
        conclude(rules.deciding(), rules.factors());
        rules.plan().forEach(rule -> fires.put(rule.id(), condition(rule.condition())));
    }

    /** Holds where the rule fires. */
    public int fires(Rule rule) {
        return Objects.requireNonNull(fires.get(rule.id()));
    }

    /** Literals that hold where a rule objects. */
    public List<Integer> objections(Rules rules) {
        return rules.deciding().stream()
                .filter(rule -> Objects.requireNonNull(rule.effect()).objects())
                .map(this::fires)
                .toList();
    }

    /** Holds where some rule of the factor fires. */
    public int speaks(String factor) {
        return Objects.requireNonNull(spoken.get(factor));
    }

    /** Holds where this is the verdict; {@link Verdict#UNDECIDED} where nothing objects but a factor is silent. */
    public int is(Verdict verdict) {
        return Objects.requireNonNull(verdicts.get(verdict));
    }

    /** Holds where the verdict is later in the order of verdicts than this one. */
    public int milderThan(Verdict verdict) {
        return formula.or(verdicts.entrySet().stream()
                .filter(each -> each.getKey().compareTo(verdict) > 0)
                .map(Map.Entry::getValue)
                .toList());
    }

    /**
     * Stands for answers of which some are still open, so that the plan sees {@link Verdict#UNDECIDED}: free, as it is
     * no part of complete answers.
     */
    public int open() {
        return open;
    }

    public int condition(Condition condition) {
        return condition.match(
                all -> formula.and(all.parts().stream().map(this::condition).toList()),
                any -> formula.or(any.parts().stream().map(this::condition).toList()),
                matches -> exists(matches.pattern()),
                exists -> exists(exists.pattern()),
                notAny -> Formula.not(exists(notAny.pattern())),
                answered -> Formula.TRUE,
                this::decided);
    }

    private int exists(Condition.Pattern pattern) {
        return space.exists(pattern.group(), pattern.constraint());
    }

    private int decided(Condition.Decided decided) {
        int some = formula.or(decided.verdicts().stream().map(this::is).toList());
        return decided.verdicts().contains(Verdict.UNDECIDED)
                ? formula.or(open, some)
                : formula.and(Formula.not(open), some);
    }

    private void conclude(List<Rule> deciding, Set<String> factors) {
        factors.stream()
                .sorted()
                .forEach(factor -> spoken.put(
                        factor,
                        formula.or(deciding.stream()
                                .filter(rule -> rule.factor().equals(factor))
                                .map(this::fires)
                                .toList())));
        int milder = Formula.TRUE;
        for (Effect effect : Effect.values()) {
            int some = effect == Effect.SUPPORTS
                    ? formula.or(spoken.values())
                    : formula.or(factors.stream()
                            .sorted()
                            .map(factor -> formula.or(active(deciding, factor, effect)))
                            .toList());
            if (effect == Effect.CONDITIONS) {
                int all = formula.and(spoken.values());
                verdicts.put(Verdict.UNDECIDED, formula.and(milder, Formula.not(all)));
                milder = formula.and(milder, all);
            }
            verdicts.put(effect.verdict(), formula.and(milder, some));
            milder = formula.and(milder, Formula.not(some));
        }
        verdicts.merge(Verdict.UNDECIDED, milder, (silent, nothing) -> formula.or(silent, nothing));
    }

    private List<Integer> active(List<Rule> rules, String factor, Effect effect) {
        return rules.stream()
                .filter(rule -> rule.factor().equals(factor))
                .map(rule -> formula.and(fires(rule), has(rule, effect)))
                .toList();
    }

    private int has(Rule rule, Effect effect) {
        List<Swap> others = swaps.getOrDefault(rule.id(), List.of());
        return rule.effect() == effect
                ? formula.and(
                        others.stream().map(Swap::literal).map(Formula::not).toList())
                : formula.or(others.stream()
                        .filter(swap -> swap.effect() == effect)
                        .map(Swap::literal)
                        .toList());
    }
}
