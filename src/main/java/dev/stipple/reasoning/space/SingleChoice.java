package dev.stipple.reasoning.space;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.rule.Constraint.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question with exactly one answer: a choice, yes or no, or a number cut into stretches. */
public final class SingleChoice implements Variable {
    private final Formula formula;
    private final Question.Closed question;
    private final List<ValueClass> cells;
    private final int[] variables;
    private final int[] literals;

    SingleChoice(Formula formula, Question.Closed question, List<ValueClass> cells) {
        int count = cells.size();
        this.formula = formula;
        this.question = question;
        this.cells = cells;
        this.variables = IntStream.range(0, count == 2 ? 1 : count == 1 ? 0 : count)
                .map(i -> formula.variable())
                .toArray();
        this.literals = switch (count) {
            case 1 -> new int[] {Formula.TRUE};
            case 2 -> new int[] {Formula.not(variables[0]), variables[0]};
            default -> variables;
        };
        if (count > 2) {
            formula.restrict(variables, exactlyOne(literals));
        }
    }

    private static List<int[]> exactlyOne(int[] literals) {
        var clauses = new ArrayList<int[]>(List.of(literals));
        for (int i = 0; i < literals.length; i++) {
            for (int j = 0; j < i; j++) {
                clauses.add(new int[] {Formula.not(literals[i]), Formula.not(literals[j])});
            }
        }
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

    public List<ValueClass> cells() {
        return cells;
    }

    /** Holds where the value lies in this cell. */
    public int literal(int cell) {
        return literals[cell];
    }

    /** The cell that a value lies in. */
    public int index(Value value) {
        return IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).contains(value))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int accepts(Comparison comparison) {
        return among(comparison::accepts);
    }

    @Override
    public int accepts(Requirement requirement) {
        return among(requirement::accepts);
    }

    /** Holds where the value passes; written by the fewer literals. */
    int among(Predicate<Value> passes) {
        int[] in = IntStream.range(0, literals.length)
                .filter(i -> passes.test(cells.get(i).value()))
                .toArray();
        if (2 * in.length <= literals.length) {
            return formula.or(Arrays.stream(in).map(i -> literals[i]).toArray());
        }
        return formula.and(IntStream.range(0, literals.length)
                .filter(i -> Arrays.binarySearch(in, i) < 0)
                .map(i -> Formula.not(literals[i]))
                .toArray());
    }

    @Override
    public int[] is(Value value) {
        return is(index(value));
    }

    /** Literals that say that the value lies in this cell, and in no other. */
    int[] is(int cell) {
        return IntStream.range(0, literals.length)
                .map(i -> i == cell ? literals[i] : Formula.not(literals[i]))
                .toArray();
    }

    @Override
    public List<int[]> choices() {
        return IntStream.range(0, literals.length).mapToObj(this::is).toList();
    }

    @Override
    public List<Integer> steps(Value value) {
        int index = index(value);
        return Stream.concat(
                        IntStream.range(0, index).mapToObj(i -> among(0, i + 1)),
                        IntStream.range(index + 1, literals.length).mapToObj(i -> among(i, literals.length)))
                .toList();
    }

    private int among(int from, int to) {
        return formula.or(Arrays.copyOfRange(literals, from, to));
    }

    @Override
    public Value read(Assignment assignment, @Nullable Value preferred) {
        int cell = IntStream.range(0, literals.length)
                .filter(i -> assignment.holds(literals[i]))
                .findFirst()
                .orElse(0);
        return preferred == null ? cells.get(cell).value() : cells.get(cell).nearest(preferred);
    }

    @Override
    public void sample(RandomGenerator random, Assignment assignment) {
        int total = cells.stream().mapToInt(ValueClass::size).sum();
        int left = random.nextInt(total);
        int cell = 0;
        while (left >= cells.get(cell).size()) {
            left -= cells.get(cell++).size();
        }
        set(cell, assignment);
    }

    @Override
    public void reset(Assignment assignment) {
        set(0, assignment);
    }

    private void set(int cell, Assignment assignment) {
        if (variables.length == 1) {
            assignment.set(Formula.node(variables[0]), cell == 1);
        }
        for (int i = 0; variables.length > 1 && i < variables.length; i++) {
            assignment.set(Formula.node(variables[i]), i == cell);
        }
    }

    @Override
    public Variable copy() {
        return new SingleChoice(formula, question, cells);
    }
}
