package dev.stipple.reasoning.change;

import dev.stipple.questionnaire.Change;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.space.SingleChoice;
import dev.stipple.reasoning.space.Variable;
import java.util.List;
import java.util.stream.IntStream;

/** An answer that the person can change, and to what. */
record ChangeableAnswer(Slot slot, Value value, Variable variable, Change change) {

    /** Literals that say that the answer stays or becomes one that can be reached. */
    List<Integer> reachable() {
        if (!(variable instanceof SingleChoice oneOf)) {
            return leftOut();
        }
        return IntStream.range(0, oneOf.cells().size())
                .filter(cell -> !isReachable(oneOf, cell))
                .map(cell -> Formula.not(oneOf.literal(cell)))
                .boxed()
                .toList();
    }

    /** Of several choices any can be dropped, and only those that can be reached can come. */
    private List<Integer> leftOut() {
        if (change.to().isEmpty()) {
            return List.of();
        }
        var options = variable.question().options();
        int[] literals = same();
        return IntStream.range(0, literals.length)
                .filter(i -> !value.codes().contains(options.get(i).code())
                        && !change.to().contains(options.get(i).code()))
                .map(i -> literals[i])
                .boxed()
                .toList();
    }

    private boolean isReachable(SingleChoice oneOf, int cell) {
        int now = oneOf.index(value);
        if (cell == now) {
            return true;
        }
        Value there = oneOf.cells().get(cell).value();
        return there instanceof Value.Quantity
                ? cell > now
                : change.to().isEmpty() || change.to().containsAll(there.codes());
    }

    /** Literals that hold together where the answer stays as it is. */
    int[] same() {
        return variable.is(value);
    }

    /** Literals that hold together for this answer; of a number, and for all smaller ones that can be reached. */
    int atMost(Value limit, Formula formula) {
        if (variable instanceof SingleChoice oneOf && limit instanceof Value.Quantity) {
            int last = oneOf.index(limit);
            return formula.and(IntStream.range(last + 1, oneOf.cells().size())
                    .map(cell -> Formula.not(oneOf.literal(cell)))
                    .toArray());
        }
        return variable instanceof SingleChoice ? formula.and(variable.is(limit)) : toggledWithin(limit, formula);
    }

    /** Holds where only options are chosen or dropped that are also in this answer. */
    private int toggledWithin(Value limit, Formula formula) {
        var before = value.codes();
        var after = limit.codes();
        var options = variable.question().options();
        int[] literals = variable.is(value);
        return formula.and(IntStream.range(0, literals.length)
                .filter(i -> before.contains(options.get(i).code())
                        == after.contains(options.get(i).code()))
                .map(i -> literals[i])
                .toArray());
    }

    /** Holds where the answer is changed at least as far as to this one. */
    int atLeast(Value limit, Formula formula) {
        if (variable instanceof SingleChoice oneOf && limit instanceof Value.Quantity) {
            int first = oneOf.index(limit);
            return formula.or(IntStream.range(first, oneOf.cells().size())
                    .map(oneOf::literal)
                    .toArray());
        }
        if (variable instanceof SingleChoice) {
            return formula.and(variable.is(limit));
        }
        var before = value.codes();
        var after = limit.codes();
        var options = variable.question().options();
        int[] literals = variable.is(limit);
        return formula.and(IntStream.range(0, literals.length)
                .filter(i -> before.contains(options.get(i).code())
                        != after.contains(options.get(i).code()))
                .map(i -> literals[i])
                .toArray());
    }
}
