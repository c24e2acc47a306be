package dev.stipple.reasoning.impact;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Move;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.space.OrdinaryPeople;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Verdict;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two sets of rules on one questionnaire over one formula, so that rules which are alike are the same node. */
final class BothRules {
    private final Rules before;
    private final Rules after;
    private final Space space;
    private final Formula formula;
    private final Outcome one;
    private final Outcome other;

    BothRules(Rules before, Rules after) {
        this.before = before;
        this.after = after;
        this.space = new Space(before.questionnaire(), conditions(), 0);
        this.formula = space.formula();
        this.one = new Outcome(space, before);
        this.other = new Outcome(space, after);
    }

    Space space() {
        return space;
    }

    List<Condition> conditions() {
        return Stream.concat(before.conditions().stream(), after.conditions().stream())
                .toList();
    }

    /** Whether one of these rules does something else; where answers are open, or complete. */
    boolean differ(Set<String> changed, boolean open) {
        return solver(open).solve(findings(changed));
    }

    /** The most ordinary person on whom one of these rules does something else; none where nobody shows it. */
    Optional<Answers> findingsDiffer(Set<String> changed, Collection<Answers> known) {
        return somebody(findings(changed), known);
    }

    /** The most ordinary person who gets another verdict; none where nobody does. */
    Optional<Answers> verdictsDiffer(Collection<Answers> known) {
        return somebody(
                formula.or(Stream.of(Verdict.values())
                        .map(verdict -> formula.differ(one.is(verdict), other.is(verdict)))
                        .toList()),
                known);
    }

    private Optional<Answers> somebody(int literal, Collection<Answers> known) {
        return people(solver(false), known).of(literal).map(OrdinaryPeople.Person::answers);
    }

    /** Finds people to whom as few rules of both sets object as can be. */
    OrdinaryPeople people(Solver solver, Collection<Answers> known) {
        Set<Integer> objections = new LinkedHashSet<>(one.objections(before));
        objections.addAll(other.objections(after));
        return new OrdinaryPeople(space, solver, objections, known);
    }

    /** Whether answers are open is the same for both sets of rules, though it is no part of complete answers. */
    private Solver solver(boolean open) {
        var solver = new Solver(formula);
        Stream.of(one, other).forEach(outcome -> solver.require(open ? outcome.open() : Formula.not(outcome.open())));
        return solver;
    }

    /** Holds where the verdict makes this move. */
    int moves(Move move) {
        return formula.and(one.is(move.from()), other.is(move.to()));
    }

    private int findings(Set<String> changed) {
        Map<String, Integer> first = effects(before, one, changed);
        Map<String, Integer> second = effects(after, other, changed);
        return formula.or(Stream.concat(first.keySet().stream(), second.keySet().stream())
                .distinct()
                .map(key ->
                        formula.differ(first.getOrDefault(key, Formula.FALSE), second.getOrDefault(key, Formula.FALSE)))
                .toList());
    }

    private static Map<String, Integer> effects(Rules rules, Outcome outcome, Set<String> changed) {
        var effects = new HashMap<String, Integer>();
        rules.all().stream()
                .filter(rule -> changed.contains(rule.id()))
                .forEach(rule ->
                        effects.put(rule.id() + " " + rule.effect() + " " + rule.factor(), outcome.fires(rule)));
        return effects;
    }
}
