package dev.stipple.reasoning.proof;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.DeadlinePassed;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.outlook.Completions;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a rule of the plan that speaks to people whose verdict is not settled yet can fire: on partial answers that fulfil
 * it and leave more than one verdict possible.
 */
final class UndecidedPlanCheck {
    private static final int MOST_PEOPLE = 100;

    private final Rules rules;
    private final Space space;
    private final Outcome outcome;
    private final Solver solver;

    UndecidedPlanCheck(Rules rules, Space space, Outcome outcome, Solver solver) {
        this.rules = rules;
        this.space = space;
        this.outcome = outcome;
        this.solver = solver;
    }

    /**
     * Whether the rule can fire.
     *
     * @throws DeadlinePassed after too many people whose verdict is settled by what the rule asks
     */
    boolean canFire(Rule rule) {
        int fires = outcome.fires(rule);
        var reasoner = Reasoner.ofSolver(rules);
        var settled = new ArrayList<>(List.of(fires, outcome.open()));
        // Complete people need no places, and with one way to be somebody nobody comes back in another.
        settled.addAll(space.unused(Answers.none(rules.questionnaire())));
        for (int round = 0; round < MOST_PEOPLE; round++) {
            if (!solver.solve(settled)) {
                return false;
            }
            Answers person = space.answers(space.assignment(solver), Answers.none(rules.questionnaire()));
            Answers few = few(person, rule);
            if (reasoner.possible(few).size() > 1) {
                return true;
            }
            if (!space.fits(few)) {
                throw new DeadlinePassed();
            }
            settled.add(
                    Formula.not(space.formula().and(Completions.all(space.given(few), space.unused(few), List.of()))));
        }
        throw new DeadlinePassed();
    }

    private static Answers few(Answers person, Rule rule) {
        Answers few = person;
        for (Slot slot : person.slots()) {
            Answers without = slot.question() == null ? few.without(slot.group()) : without(few, slot);
            if (new Evaluation(without, Verdict.UNDECIDED).holds(rule.condition())) {
                few = without;
            }
        }
        return few;
    }

    private static Answers without(Answers answers, Slot slot) {
        return slot.entry() < answers.entries(slot.group()).size() ? answers.with(slot, null) : answers;
    }
}
