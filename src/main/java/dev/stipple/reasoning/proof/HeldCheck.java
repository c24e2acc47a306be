package dev.stipple.reasoning.proof;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Operator;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Span;
import dev.stipple.text.Place;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Rules that ask for an agreement, a test or a treatment which the answers say is there: some answer says so, and none of
 * those that are asked says that it is missing. A rule asks for what it declares; one that asks for a doctor's clearance,
 * also for what its condition tests.
 */
final class HeldCheck {
    private static final Span NOWHERE = new Span(Place.startOf("questionnaire.yaml"), 0, 0);

    private final Space space;
    private final Formula formula;
    private final Outcome outcome;

    HeldCheck(Space space, Outcome outcome) {
        this.space = space;
        this.formula = space.formula();
        this.outcome = outcome;
    }

    /** What has to be told apart to find such rules. */
    static Stream<Condition> conditions(Questionnaire questionnaire) {
        return questionnaire.groups().stream()
                .flatMap(group -> group.closed().stream()
                        .filter(question -> !question.grading().held().isEmpty())
                        .flatMap(question -> Stream.of(held(question), missing(question))
                                .map(constraint -> new Condition.Exists(
                                        new Condition.Pattern(group, constraint, null, NOWHERE), NOWHERE))));
    }

    /** The paths of the questions whose answers say that what a rule asks for is there. */
    static Set<String> asked(Rule rule) {
        var asked = new TreeSet<>(rule.claims().asksFor());
        if (rule.effect() == Effect.MEDICAL_CLEARANCE && asked.isEmpty()) {
            rule.condition()
                    .patterns()
                    .flatMap(pattern -> pattern.constraint().comparisons())
                    .map(Comparison::question)
                    .filter(question -> !question.grading().held().isEmpty())
                    .map(Question::path)
                    .forEach(asked::add);
        }
        return asked;
    }

    /** Holds where the rule asks for what is there. */
    int of(Rule rule) {
        List<Question.Closed> asked = asked(rule).stream()
                .flatMap(path -> space.questionnaire().closed(path).stream())
                .toList();
        int held = formula.or(
                asked.stream().map(question -> some(question, held(question))).toList());
        int missing = formula.or(asked.stream()
                .map(question -> some(question, missing(question)))
                .toList());
        int fires = formula.replaced(outcome.fires(rule), new Formula.Replacement().put(outcome.open(), Formula.FALSE));
        return formula.and(fires, held, Formula.not(missing));
    }

    private int some(Question.Closed question, Constraint constraint) {
        Group group = space.questionnaire().group(question.group()).orElseThrow();
        return space.exists(group, constraint);
    }

    private static Comparison held(Question.Closed question) {
        return comparison(question, Operator.IN);
    }

    private static Constraint missing(Question.Closed question) {
        return new Constraint.AllOf(List.of(
                new Comparison(question, Operator.KNOWN, List.of(), NOWHERE, NOWHERE, List.of()),
                comparison(question, Operator.NOT_IN)));
    }

    private static Comparison comparison(Question.Closed question, Operator operator) {
        return new Comparison(question, operator, question.grading().held(), NOWHERE, NOWHERE, List.of());
    }
}
