package dev.stipple.reasoning.impact;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Move;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.rule.Verdict;

/** Runs everybody who shows a move with the rules before and after, so that nobody is shown whom they judge otherwise. */
record Witnesses(RuleRunner before, RuleRunner after) {
    /** @throws IllegalStateException where another runner does not see what the formula does */
    Answers confirmed(Move move, Answers person) {
        Verdict was = before.fire(person).verdict();
        Verdict is = after.fire(person).verdict();
        if (was != move.from() || is != move.to()) {
            throw new IllegalStateException("Drools goes from " + was + " to " + is + ", the reasoner from "
                    + move.from() + " to " + move.to());
        }
        return person;
    }
}
