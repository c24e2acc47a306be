package dev.stipple.reasoning.space;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Constraint.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Values of a question that nothing tells apart.
 *
 * @param value one of them; of numbers the lowest
 * @param size how many they are
 */
public record ValueClass(Value value, int size) {

    /** The highest value of a number; of anything else the one there is. */
    public Value last() {
        return value instanceof Value.Quantity low ? new Value.Quantity(low.value() + size - 1) : value;
    }

    boolean contains(Value other) {
        if (value instanceof Value.Quantity low && other instanceof Value.Quantity number) {
            return low.value() <= number.value() && number.value() - low.value() < size;
        }
        return value.codes().equals(other.codes());
    }

    /** The value that is nearest to another one. */
    Value nearest(Value other) {
        return contains(other)
                ? other
                : other instanceof Value.Quantity number
                                && value instanceof Value.Quantity low
                                && number.value() > low.value()
                        ? last()
                        : value;
    }

    /** No, then yes. */
    public static List<ValueClass> of(Question.YesNo question) {
        return List.of(new ValueClass(new Value.Flag(false), 1), new ValueClass(new Value.Flag(true), 1));
    }

    /** Each option, in its order. */
    public static List<ValueClass> of(Question.Choice question) {
        return question.options().stream()
                .map(option -> new ValueClass(new Value.Choice(option), 1))
                .toList();
    }

    /** The stretches of numbers between the thresholds, lowest first. */
    public static List<ValueClass> of(
            Question.Number question, Collection<Comparison> comparisons, Collection<Requirement> requirements) {
        var starts = new TreeSet<Integer>();
        comparisons.forEach(comparison -> comparison.literals().stream()
                .map(Integer::parseInt)
                .flatMap(threshold -> starts(comparison, threshold))
                .forEach(starts::add));
        requirements.stream()
                .flatMap(range ->
                        Stream.of(range.min(), range.max() == Integer.MAX_VALUE ? range.max() : range.max() + 1))
                .forEach(starts::add);
        starts.removeIf(start -> start <= question.min() || start > question.max());
        starts.add(question.min());
        var cells = new ArrayList<ValueClass>();
        for (int start : starts) {
            Integer next = starts.higher(start);
            cells.add(new ValueClass(new Value.Quantity(start), (next == null ? question.max() + 1 : next) - start));
        }
        return List.copyOf(cells);
    }

    private static Stream<Integer> starts(Comparison comparison, int threshold) {
        return switch (comparison.operator()) {
            case LESS, AT_LEAST -> Stream.of(threshold);
            case AT_MOST, GREATER -> Stream.of(threshold + 1);
            default -> Stream.of(threshold, threshold + 1);
        };
    }
}
