package dev.stipple.reasoning.proof;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.space.Fact;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.Variable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which questions no rule can ever tell one answer to from any other, the plan included. Where one option is told from
 * another, so is every other from one of the two, alone or beside others; so this speaks of whole questions.
 */
final class UnusedQuestions {
    private final Space space;
    private final Formula formula;
    private final List<Integer> fires;
    private final Solver solver;

    UnusedQuestions(Space space, Outcome outcome, Rules rules, Deadline deadline) {
        this.space = space;
        this.formula = space.formula();
        this.solver = new Solver(formula, deadline);
        this.fires = Stream.concat(rules.deciding().stream(), rules.plan().stream())
                .map(outcome::fires)
                .toList();
    }

    /** The questions that can never matter. */
    List<Question.Closed> idle() {
        return space.questionnaire().groups().stream()
                .flatMap(group -> group.closed().stream().filter(question -> isIdle(group, question)))
                .toList();
    }

    private boolean isIdle(Group group, Question.Closed question) {
        Fact fact = group.repeats() ? space.entries(group).places().get(0).fact() : space.fact(group);
        Variable variable = fact.variable(question);
        Variable other = variable.copy();
        var replacement = new Formula.Replacement();
        IntStream.range(0, variable.variables().length)
                .forEach(i -> replacement.put(variable.variables()[i], other.variables()[i]));
        return fires.stream()
                .map(each -> formula.differ(each, formula.replaced(each, replacement)))
                .noneMatch(each -> solver.solve(each));
    }
}
