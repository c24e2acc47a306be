package dev.stipple.reasoning.outlook;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Conclusion;
import dev.stipple.assessment.Outlook.Dispute;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What hangs on rules that another source contradicts: each of them has a switch that leaves it out. */
final class Disputes {
    private final Rules rules;
    private final Map<String, Integer> off = new TreeMap<>();
    private final Outcome outcome;
    private final Solver solver;

    Disputes(Space space, Rules rules) {
        this.rules = rules;
        rules.deciding().stream()
                .filter(rule -> !rule.otherwise().isEmpty())
                .forEach(rule -> off.put(rule.id(), space.formula().variable()));
        this.outcome = new Outcome(space, rules, off);
        this.solver = new Solver(space.formula());
    }

    /** The same for answers that leave nothing open, where what fired decides. */
    static Dispute ofComplete(Rules rules, Answers answers) {
        List<Rule> fired = fired(rules, answers);
        var findings = new TreeMap<String, Set<Verdict>>();
        for (Rule rule : fired) {
            if (!rule.otherwise().isEmpty()) {
                findings.put(
                        rule.id(),
                        Set.of(Conclusion.of(fired, other -> !other.id().equals(rule.id()), rules.factors())));
            }
        }
        Verdict without = Conclusion.of(fired, rule -> rule.otherwise().isEmpty(), rules.factors());
        return new Dispute(Set.of(without), Collections.unmodifiableMap(findings));
    }

    private static List<Rule> fired(Rules rules, Answers answers) {
        var evaluation = new Evaluation(answers, null);
        return rules.deciding().stream()
                .filter(rule -> evaluation.holds(rule.condition()))
                .toList();
    }

    /** What of the verdict hangs on contradicted rules. */
    Dispute of(Completions completions) {
        List<Rule> fired = fired(rules, completions.answers());
        var findings = new TreeMap<String, Set<Verdict>>();
        for (Rule rule : fired) {
            if (off.containsKey(rule.id())) {
                findings.put(rule.id(), without(rule, fired, completions));
            }
        }
        return new Dispute(withoutAll(fired, completions), Collections.unmodifiableMap(findings));
    }

    /** Leaving out one rule changes nothing where another one that fired is as strict. */
    private Set<Verdict> without(Rule rule, List<Rule> fired, Completions completions) {
        boolean covered = effect(rule) == Effect.SUPPORTS
                || fired.stream()
                        .anyMatch(other ->
                                !other.id().equals(rule.id()) && effect(other).compareTo(effect(rule)) <= 0);
        return covered ? with(completions) : possible(Set.of(rule.id()), completions);
    }

    /** Leaving out all rules changes nothing where an uncontradicted one that fired has the settled verdict. */
    private Set<Verdict> withoutAll(List<Rule> fired, Completions completions) {
        Set<Verdict> settled = completions.possible();
        boolean covered = fired.stream()
                .anyMatch(rule -> !off.containsKey(rule.id())
                        && settled.equals(Set.of(effect(rule).verdict())));
        return covered ? with(completions) : possible(off.keySet(), completions);
    }

    private static Effect effect(Rule rule) {
        return Objects.requireNonNull(rule.effect());
    }

    private static Set<Verdict> with(Completions completions) {
        return Reasoner.orUndecided(completions.possible());
    }

    /** The verdicts that are possible with some rules left out. */
    private Set<Verdict> possible(Set<String> out, Completions completions) {
        var assumptions = new ArrayList<>(completions.with());
        off.forEach((rule, literal) -> assumptions.add(out.contains(rule) ? literal : Formula.not(literal)));
        Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            assumptions.add(outcome.is(verdict));
            if (solver.solve(assumptions)) {
                possible.add(verdict);
            }
            assumptions.remove(assumptions.size() - 1);
        }
        return Reasoner.orUndecided(possible);
    }
}
