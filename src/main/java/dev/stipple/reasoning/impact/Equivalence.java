package dev.stipple.reasoning.impact;

import dev.stipple.answers.Answers;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.proof.ProofExamples;
import dev.stipple.reasoning.space.ConditionForm;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether other rules on the same questionnaire come to the same for all complete answers, and who shows it where they do
 * not. Rules that say the same are never compiled, so that a single changed rule is compared in a millisecond or two.
 */
public final class Equivalence {
    private final Rules rules;
    private final Map<String, String> shapes = new HashMap<>();

    public Equivalence(Rulebook rulebook) {
        this(Rules.of(rulebook));
    }

    Equivalence(Rules rules) {
        this.rules = rules;
        rules.all().forEach(rule -> shapes.put(rule.id(), ConditionForm.of(rule)));
    }

    /** Somebody on whom other rules fire, or rules with other effects; none where the two sets of rules are equivalent. */
    public Optional<Answers> findingsDiffer(List<Rule> others) {
        return findingsDiffer(others, false);
    }

    /** Whether some rule of the plan is another for people whose verdict is open, even where no complete answers tell. */
    public boolean differsWhileOpen(List<Rule> others) {
        return findingsDiffer(others, true).isPresent();
    }

    private Optional<Answers> findingsDiffer(List<Rule> others, boolean open) {
        var changed = changed(others);
        boolean plan = changed.stream()
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .anyMatch(rule -> rule != null && rule.effect() == null);
        return plan
                ? findingsDiffer(rules, withOnly(others), open)
                : findingsDiffer(reduced(changed, true), reduced(changed, false), open);
    }

    /** Somebody who gets another verdict; none where all get the same. */
    public Optional<Answers> verdictsDiffer(List<Rule> others) {
        if (changed(others).isEmpty()) {
            return Optional.empty();
        }
        Rules after = withOnly(others).withoutPlan();
        Rules before = rules.withoutPlan();
        Space space = space(before, after);
        var one = new Outcome(space, before);
        var other = new Outcome(space, after);
        return new ProofExamples(space, new Solver(space.formula()))
                .person(space.formula()
                        .or(Stream.of(Verdict.values())
                                .map(verdict -> space.formula().differ(one.is(verdict), other.is(verdict)))
                                .toList()));
    }

    /** A rule as it was and as it is. */
    private record Change(@Nullable Rule before, @Nullable Rule after) {}

    private List<Change> changed(List<Rule> others) {
        var changed = new ArrayList<Change>();
        var left = new HashMap<>(shapes);
        for (Rule other : others) {
            String shape = left.remove(other.id());
            if (!ConditionForm.of(other).equals(shape)) {
                changed.add(new Change(shape == null ? null : rules.rule(other.id()), other));
            }
        }
        left.keySet().stream().sorted().forEach(id -> changed.add(new Change(rules.rule(id), null)));
        return changed;
    }

    private Rules withOnly(List<Rule> others) {
        return new Rules(rules.questionnaire(), others, rules.factors());
    }

    private Rules reduced(List<Change> changed, boolean before) {
        return withOnly(changed.stream()
                .map(change -> before ? change.before() : change.after())
                .flatMap(Stream::ofNullable)
                .toList());
    }

    private static Space space(Rules one, Rules other) {
        return new Space(
                one.questionnaire(),
                Stream.concat(one.conditions().stream(), other.conditions().stream())
                        .toList(),
                0);
    }

    private static Optional<Answers> findingsDiffer(Rules before, Rules after, boolean open) {
        Space space = space(before, after);
        Formula formula = space.formula();
        var solver = new Solver(formula);
        Map<String, Integer> one = effects(before, outcome(space, before, solver, open));
        Map<String, Integer> other = effects(after, outcome(space, after, solver, open));
        int differ = formula.or(Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .map(key ->
                        formula.differ(one.getOrDefault(key, Formula.FALSE), other.getOrDefault(key, Formula.FALSE)))
                .toList());
        return new ProofExamples(space, solver).person(differ);
    }

    /** Whether answers are open is the same for both sets of rules, though it is no part of complete answers. */
    private static Outcome outcome(Space space, Rules rules, Solver solver, boolean open) {
        var outcome = new Outcome(space, rules);
        solver.require(open ? outcome.open() : Formula.not(outcome.open()));
        return outcome;
    }

    private static Map<String, Integer> effects(Rules rules, Outcome outcome) {
        var effects = new HashMap<String, Integer>();
        rules.all()
                .forEach(rule ->
                        effects.put(rule.id() + " " + rule.effect() + " " + rule.factor(), outcome.fires(rule)));
        return effects;
    }
}
