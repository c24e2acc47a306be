package dev.stipple.reasoning.proof;

import dev.stipple.answers.Answers;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.reasoning.diagram.Diagram;
import dev.stipple.reasoning.diagram.Reading;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares Drools, the evaluation of conditions, the reasoner's formula and the compiled diagram on people made for it: for every rule one on
 * whom it fires, for every comparison one on whom it alone fails, and people at random.
 */
public final class CrossCheck {
    private static final int RANDOM_PEOPLE = 50;
    private static final int MOST_JOINED = 60;
    private static final long SEED = 20_261_120;

    /**
     * A person on whom they differ.
     *
     * @param drools what Drools makes of the answers
     * @param evaluation what the evaluation of the conditions makes of them
     * @param formula what the reasoner's formula makes of them
     * @param diagram the verdicts that the compiled rulebook reaches; empty where it was not asked
     */
    public record Difference(
            Answers answers,
            Set<String> drools,
            Set<String> evaluation,
            Set<String> formula,
            Optional<Set<Verdict>> diagram) {
        @Override
        public String toString() {
            return "Drools fires " + drools + ", the conditions " + evaluation + ", the reasoner " + formula
                    + diagram.map(verdicts -> ", the diagram concludes " + verdicts)
                            .orElse("") + " on " + answers.json();
        }
    }

    private final Rules rules;
    private final RuleRunner drools;
    private final RuleRunner evaluation;
    private final Optional<Diagram> diagram;
    private final Space space;
    private final Outcome outcome;

    private CrossCheck(Rules rules, RuleRunner drools) {
        this.rules = rules;
        this.drools = drools;
        this.evaluation = RuleRunner.of(rules);
        this.diagram = Diagram.of(rules);
        var conditions = Stream.concat(
                        rules.conditions().stream(),
                        rules.all().stream().flatMap(rule -> JustFailing.of(rule).stream()))
                .toList();
        this.space = new Space(rules.questionnaire(), conditions, GeneratedPeople.MOST_ENTRIES);
        this.outcome = new Outcome(space, rules);
    }

    /** Every person found on whom the evaluators of a rulebook differ. */
    public static List<Difference> of(Rulebook rulebook) {
        return of(Rules.of(rulebook), RuleRunner.of(rulebook));
    }

    public static List<Difference> of(Rules rules, RuleRunner drools) {
        return new CrossCheck(rules, drools).differences();
    }

    private List<Difference> differences() {
        var people = new GeneratedPeople(rules.questionnaire(), SEED);
        return Stream.concat(
                        witnesses().stream(),
                        Stream.generate(people::complete).limit(RANDOM_PEOPLE).map(space::assignment))
                .flatMap(assignment -> difference(assignment).stream())
                .toList();
    }

    /** Assignments in which each rule fires and each comparison alone fails, where that can be; each serves many. */
    private List<Assignment> witnesses() {
        var solver = new Solver(space.formula());
        solver.require(Formula.not(outcome.open()));
        Deque<Integer> open = new ArrayDeque<>(targets());
        var witnesses = new ArrayList<Assignment>();
        while (!open.isEmpty()) {
            int target = open.pop();
            if (solver.solve(target)) {
                Assignment witness = witness(solver, target, open);
                open.removeIf(witness::holds);
                witnesses.add(witness);
            }
        }
        return witnesses;
    }

    /** An assignment in which the target holds, and as many of those next in line as go with it. */
    private Assignment witness(Solver solver, int target, Collection<Integer> others) {
        var together = new ArrayList<>(List.of(target));
        Assignment witness = space.assignment(solver);
        for (int other : others.stream().limit(MOST_JOINED).toList()) {
            if (!witness.holds(other)) {
                together.add(other);
                if (solver.solve(together)) {
                    witness = space.assignment(solver);
                } else {
                    together.remove(together.size() - 1);
                }
            }
        }
        return witness;
    }

    private Set<Integer> targets() {
        Set<Integer> targets = new TreeSet<>();
        for (Rule rule : rules.all()) {
            int fires = outcome.fires(rule);
            targets.add(fires);
            for (Condition variant : JustFailing.of(rule)) {
                targets.add(space.formula().and(outcome.condition(variant), Formula.not(fires)));
            }
        }
        return targets;
    }

    private List<Difference> difference(Assignment assignment) {
        Answers answers = space.answers(assignment, Answers.none(rules.questionnaire()));
        RuleRunner.Fired byDrools = drools.fire(answers);
        RuleRunner.Fired byEvaluation = evaluation.fire(answers);
        RuleRunner.Fired byFormula = fired(assignment);
        Optional<Set<Verdict>> byDiagram =
                diagram.flatMap(each -> each.of(answers)).map(Reading::possible);
        return byDrools.equals(byEvaluation)
                        && byDrools.equals(byFormula)
                        && byDiagram.orElse(Set.of(byDrools.verdict())).equals(Set.of(byDrools.verdict()))
                ? List.of()
                : List.of(
                        new Difference(answers, byDrools.rules(), byEvaluation.rules(), byFormula.rules(), byDiagram));
    }

    private RuleRunner.Fired fired(Assignment assignment) {
        Set<String> fired = rules.all().stream()
                .filter(rule -> assignment.holds(outcome.fires(rule)))
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Verdict verdict = Stream.of(Verdict.values())
                .filter(each -> assignment.holds(outcome.is(each)))
                .findFirst()
                .orElseThrow();
        return new RuleRunner.Fired(fired, verdict);
    }
}
