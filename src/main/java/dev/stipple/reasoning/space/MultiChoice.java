package dev.stipple.reasoning.space;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.rule.Constraint.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A question with one answer or more, of which {@link Option#NONE} stands alone: one variable an option. */
public final class MultiChoice implements Variable {
    private final Formula formula;
    private final Question.Choices question;
    private final int[] variables;

    MultiChoice(Formula formula, Question.Choices question) {
        this.formula = formula;
        this.question = question;
        this.variables = question.options().stream()
                .mapToInt(option -> formula.variable())
                .toArray();
        formula.restrict(variables, clauses());
    }

    private List<int[]> clauses() {
        var clauses = new ArrayList<int[]>();
        clauses.add(variables);
        question.none().ifPresent(none -> {
            for (int variable : variables) {
                if (variable != variables[none.position()]) {
                    clauses.add(new int[] {Formula.not(variables[none.position()]), Formula.not(variable)});
                }
            }
        });
        return List.copyOf(clauses);
    }

    @Override
    public Question.Closed question() {
        return question;
    }

    @Override
    public int[] variables() {
        return variables;
    }

    @Override
    public int accepts(Comparison comparison) {
        return switch (comparison.operator()) {
            case KNOWN -> Formula.TRUE;
            case UNKNOWN -> Formula.FALSE;
            case CONTAINS -> literal(comparison.literals().get(0));
            case NOT_CONTAINS -> Formula.not(literal(comparison.literals().get(0)));
            default -> throw new IllegalArgumentException(comparison.operator() + " does not fit " + question.path());
        };
    }

    @Override
    public int accepts(Requirement requirement) {
        int some = formula.or(
                requirement.codes().stream().sorted().mapToInt(this::literal).toArray());
        return requirement.negated() ? Formula.not(some) : some;
    }

    private int literal(String code) {
        return question.option(code).map(option -> variables[option.position()]).orElse(Formula.FALSE);
    }

    @Override
    public int[] is(Value value) {
        var codes = value.codes();
        return IntStream.range(0, variables.length)
                .map(i -> codes.contains(question.options().get(i).code()) ? variables[i] : Formula.not(variables[i]))
                .toArray();
    }

    /** Literals that say that these options are chosen, whatever others are. */
    IntStream among(List<Option> chosen) {
        return IntStream.concat(
                chosen.stream().mapToInt(option -> variables[option.position()]),
                question.none().stream().mapToInt(none -> Formula.not(variables[none.position()])));
    }

    @Override
    public List<int[]> choices() {
        return question.options().stream()
                .map(option -> is(new Value.Choices(List.of(option))))
                .toList();
    }

    @Override
    public List<Integer> steps(Value value) {
        return IntStream.of(is(value)).mapToObj(Formula::not).toList();
    }

    @Override
    public Value read(Assignment assignment, @Nullable Value preferred) {
        return new Value.Choices(question.options().stream()
                .filter(option -> assignment.holds(variables[option.position()]))
                .toList());
    }

    @Override
    public void sample(RandomGenerator random, Assignment assignment) {
        int none = question.none().map(Option::position).orElse(-1);
        boolean isNone = none >= 0 && random.nextInt(3) == 0;
        for (int i = 0; i < variables.length; i++) {
            assignment.set(Formula.node(variables[i]), isNone ? i == none : i != none && random.nextInt(3) == 0);
        }
        boolean isEmpty = Arrays.stream(variables).noneMatch(assignment::holds);
        if (isEmpty) {
            int chosen = random.nextInt(none < 0 ? variables.length : Math.max(1, none));
            assignment.set(Formula.node(variables[chosen]), true);
        }
    }

    @Override
    public void reset(Assignment assignment) {
        for (int i = 0; i < variables.length; i++) {
            assignment.set(Formula.node(variables[i]), i == 0);
        }
    }

    @Override
    public Variable copy() {
        return new MultiChoice(formula, question);
    }
}
