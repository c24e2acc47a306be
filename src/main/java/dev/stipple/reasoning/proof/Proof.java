package dev.stipple.reasoning.proof;

import dev.stipple.answers.Answers;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.formula.DeadlinePassed;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.proof.Failure.Kind;
import dev.stipple.reasoning.space.OrdinaryPeople;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Proves what has to hold for all complete answers, or finds who shows that it does not: every factor speaks, so that
 * there is exactly one verdict; every rule fires on somebody and says what no other rule of its factor says; every answer
 * can matter; no two rules of a factor contradict each other; nothing safety-critical is hidden; no objection is overruled.
 */
public final class Proof {
    private static final int PLACES = 2;

    private final Rules rules;
    private final Space space;
    private final Outcome outcome;
    private final Solver solver;
    private final Deadline deadline;
    private final ShownFailures shown;
    private final List<Kind> unfinished = new ArrayList<>();
    private final List<Rule> alive = new ArrayList<>();
    private final List<Assignment> people = new ArrayList<>();

    private Proof(Rules rules, RuleRunner drools, Collection<Answers> people, Deadline deadline) {
        this.rules = rules;
        this.deadline = deadline;
        this.space = new Space(
                rules.questionnaire(),
                Stream.concat(rules.conditions().stream(), HeldCheck.conditions(rules.questionnaire()))
                        .toList(),
                PLACES);
        this.outcome = new Outcome(space, rules);
        this.solver = new Solver(space.formula(), deadline);
        var ordinary = new OrdinaryPeople(space, solver, outcome.objections(rules), people);
        this.shown = new ShownFailures(drools, new ProofExamples(space, solver, ordinary));
    }

    /**
     * Proves a rulebook.
     *
     * @param people complete, favourable answers, to which whoever shows that something does not hold is as near as can be
     */
    public static Certificate of(Rulebook rulebook, Collection<Answers> people) {
        return of(Rules.of(rulebook), RuleRunner.of(rulebook), rulebook.digest(), people, Deadline.NONE);
    }

    /** Proves what can be proved of a rulebook in this time. */
    public static Certificate of(Rulebook rulebook, Collection<Answers> people, Duration time) {
        return of(Rules.of(rulebook), RuleRunner.of(rulebook), rulebook.digest(), people, Deadline.in(time));
    }

    public static Certificate of(
            Rules rules, RuleRunner drools, String digest, Collection<Answers> people, Deadline deadline) {
        var proof = new Proof(rules, drools, people, deadline);
        proof.prove();
        return new Certificate(
                digest,
                AnswerCount.of(proof.space),
                rules.all().size(),
                List.of(),
                proof.shown.all(),
                List.copyOf(proof.unfinished));
    }

    private void prove() {
        look(() -> rules.factors().stream().sorted().forEach(this::checkSpeaks), Kind.SILENT_FACTOR);
        rules.all().forEach(rule -> look(() -> checkAlive(rule), Kind.DEAD_RULE));
        look(this::checkOverruled, Kind.OVERRULED_OBJECTION);
        look(this::checkPairs, Kind.IMPLIED_RULE, Kind.CONTRADICTION);
        look(this::checkUnusedQuestions, Kind.IDLE_QUESTION);
        look(this::checkHidden, Kind.HIDDEN_QUESTION);
        look(this::checkPraise, Kind.PRAISE_DENIED);
        look(this::checkHeld, Kind.ASKED_THOUGH_HELD);
        look(this::checkMonotone, Kind.HELD_BUT_STRICTER, Kind.WORSE_BUT_MILDER);
    }

    /** Looks for failures of some kinds as long as there is time. */
    private void look(Runnable check, Kind... kinds) {
        try {
            deadline.check();
            check.run();
        } catch (DeadlinePassed e) {
            Stream.of(kinds).filter(kind -> !unfinished.contains(kind)).forEach(unfinished::add);
        }
    }

    private void checkUnusedQuestions() {
        new UnusedQuestions(space, outcome, rules, deadline)
                .idle()
                .forEach(question -> shown.add(
                        new Failure(Kind.IDLE_QUESTION, question.path(), List.of(), question, null, null, null, null)));
    }

    private void checkHidden() {
        new HiddenQuestionCheck(rules, space, outcome)
                .all()
                .forEach(hidden -> shown.addExample(
                        Kind.HIDDEN_QUESTION,
                        hidden.question().path(),
                        List.of(hidden.rule()),
                        hidden.question(),
                        hidden.literal(),
                        fired -> !fired.rules().contains(hidden.rule().id())));
    }

    private void checkPraise() {
        var check = new PraiseCheck(space, outcome);
        for (Rule one : alive) {
            for (Rule other : alive) {
                int literal = check.of(one, other);
                if (literal != Formula.FALSE) {
                    shown.addExample(
                            Kind.PRAISE_DENIED,
                            one.id(),
                            List.of(one, other),
                            null,
                            literal,
                            fired -> fired.rules().contains(one.id())
                                    && fired.rules().contains(other.id()));
                }
            }
        }
    }

    private void checkHeld() {
        var check = new HeldCheck(space, outcome);
        for (Rule rule : alive) {
            shown.addExample(
                    Kind.ASKED_THOUGH_HELD,
                    rule.id(),
                    List.of(rule),
                    null,
                    check.of(rule),
                    fired -> fired.rules().contains(rule.id()));
        }
    }

    private void checkMonotone() {
        var examples = new MonotonicityExamples(rules.questionnaire(), space, shown);
        new MonotonicityCheck(space, outcome, alive).all().forEach(examples::add);
    }

    private void checkSpeaks(String factor) {
        shown.addExample(
                Kind.SILENT_FACTOR,
                factor,
                List.of(),
                null,
                Formula.not(outcome.speaks(factor)),
                fired -> rules.all().stream()
                        .noneMatch(rule ->
                                rule.factor().equals(factor) && fired.rules().contains(rule.id())));
    }

    private void checkAlive(Rule rule) {
        try {
            if (firesOnSomebody(rule)) {
                alive.add(rule);
            } else if (!new UndecidedPlanCheck(rules, space, outcome, solver).canFire(rule)) {
                shown.add(new Failure(Kind.DEAD_RULE, rule.id(), List.of(rule), null, null, null, null, null));
            }
        } catch (DeadlinePassed e) {
            // As long as it is not known to be dead, what else is claimed has to hold of it too.
            alive.add(rule);
            throw e;
        }
    }

    private boolean firesOnSomebody(Rule rule) {
        int fires = outcome.fires(rule);
        if (people.stream().anyMatch(person -> person.holds(fires))) {
            return true;
        }
        if (!solver.solve(Formula.not(outcome.open()), fires)) {
            return false;
        }
        people.add(space.assignment(solver));
        return true;
    }

    /** The verdict is concluded from the strictest effect; this shows that it is. */
    private void checkOverruled() {
        for (Rule rule : alive) {
            Effect effect = rule.effect();
            if (effect != null && effect.objects()) {
                int literal = space.formula().and(outcome.fires(rule), outcome.milderThan(effect.verdict()));
                shown.addExample(
                        Kind.OVERRULED_OBJECTION,
                        rule.id(),
                        List.of(rule),
                        null,
                        literal,
                        fired -> fired.rules().contains(rule.id()));
            }
        }
    }

    private void checkPairs() {
        for (Rule one : alive) {
            for (Rule other : alive) {
                if (one.effect() != null
                        && other.effect() != null
                        && !one.id().equals(other.id())
                        && one.factor().equals(other.factor())) {
                    checkPair(one, other);
                }
            }
        }
    }

    private void checkPair(Rule one, Rule other) {
        if (one.effect() == other.effect() && isImplied(one, other)) {
            shown.addExample(
                    Kind.IMPLIED_RULE,
                    one.id(),
                    List.of(one, other),
                    null,
                    outcome.fires(one),
                    fired -> fired.rules().contains(other.id()));
        }
        if (one.effect() == Effect.SUPPORTS
                && Objects.requireNonNull(other.effect()).objects()) {
            int both = ContradictionCheck.of(space, one, other);
            shown.addExample(
                    Kind.CONTRADICTION,
                    one.id(),
                    List.of(one, other),
                    null,
                    space.formula().and(both, outcome.fires(one), outcome.fires(other)),
                    fired -> fired.rules().contains(one.id()) && fired.rules().contains(other.id()));
        }
    }

    private boolean isImplied(Rule one, Rule other) {
        int fires = outcome.fires(one);
        int silent = Formula.not(outcome.fires(other));
        return people.stream().noneMatch(person -> person.holds(fires) && person.holds(silent))
                && !solver.solve(fires, silent);
    }
}
