package dev.stipple.rule;

import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Constraint.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enough answers to a question to tell apart whatever comparisons can tell apart. */
public final class TellingAnswers {
    private TellingAnswers() {}

    /**
     * Values of a question, one for each class that the comparisons distinguish, smallest first. Of a number, the ends
     * of each stretch between thresholds; of many options, each combination of those that are mentioned.
     */
    public static List<Value> of(Question.Closed question, Collection<Comparison> comparisons) {
        var own = comparisons.stream()
                .filter(comparison -> comparison.question().equals(question))
                .toList();
        return question.match(
                number -> numbers(number, own),
                yesNo -> List.of(new Value.Flag(false), new Value.Flag(true)),
                choice ->
                        choice.options().stream().<Value>map(Value.Choice::new).toList(),
                choices -> combinations(choices, own));
    }

    /** How many combinations {@link #entries} would make; infinite where that is beyond counting. */
    public static double combinations(Collection<Comparison> comparisons) {
        return comparisons.stream()
                .map(Comparison::question)
                .distinct()
                .mapToDouble(question -> 1 + size(question, comparisons))
                .reduce(1, (one, other) -> one * other);
    }

    private static double size(Question.Closed question, Collection<Comparison> comparisons) {
        return question instanceof Question.Choices
                ? Math.pow(2, (double) comparisons.stream()
                        .filter(comparison -> comparison.question().equals(question))
                        .flatMap(comparison -> comparison.literals().stream())
                        .distinct()
                        .count())
                : of(question, comparisons).size();
    }

    private static List<Value> numbers(Question.Number question, List<Comparison> comparisons) {
        var numbers = new TreeSet<>(Set.of(question.min(), question.max()));
        comparisons.stream()
                .flatMap(comparison -> comparison.literals().stream())
                .map(Integer::parseInt)
                .flatMap(threshold -> Stream.of(threshold - 1, threshold, threshold + 1))
                .filter(question::accepts)
                .forEach(numbers::add);
        return numbers.stream().<Value>map(Value.Quantity::new).toList();
    }

    private static List<Value> combinations(Question.Choices question, List<Comparison> comparisons) {
        var mentioned = comparisons.stream()
                .flatMap(comparison -> comparison.literals().stream())
                .distinct()
                .flatMap(code -> question.option(code).stream())
                .filter(option -> !option.code().equals(Option.NONE))
                .sorted((one, other) -> Integer.compare(one.position(), other.position()))
                .toList();
        var rest = question.options().stream()
                .filter(option -> !mentioned.contains(option) && !option.code().equals(Option.NONE))
                .findFirst();
        var values = new ArrayList<Value>();
        question.none().ifPresent(none -> values.add(new Value.Choices(List.of(none))));
        rest.ifPresent(option -> values.add(new Value.Choices(List.of(option))));
        IntStream.range(1, 1 << mentioned.size())
                .mapToObj(bits -> IntStream.range(0, mentioned.size())
                        .filter(bit -> (bits >> bit & 1) == 1)
                        .mapToObj(mentioned::get)
                        .toList())
                .map(Value.Choices::new)
                .forEach(values::add);
        return values;
    }

    /** Every combination of these questions being unknown or having one of the sampled values. */
    public static List<Entry> entries(Collection<Comparison> comparisons) {
        var questions = new LinkedHashMap<Question.Closed, List<@Nullable Value>>();
        for (Comparison comparison : comparisons) {
            questions.computeIfAbsent(comparison.question(), question -> {
                var values = new ArrayList<@Nullable Value>(of(question, comparisons));
                values.add(null);
                return values;
            });
        }
        List<Map<String, Value>> entries = List.of(Map.of());
        for (var question : questions.entrySet()) {
            var extended = new ArrayList<Map<String, Value>>();
            for (Map<String, Value> entry : entries) {
                for (Value value : question.getValue()) {
                    extended.add(value == null ? entry : with(entry, question.getKey(), value));
                }
            }
            entries = extended;
        }
        return entries.stream().map(Entry::new).toList();
    }

    public static Map<String, Value> with(Map<String, Value> entry, Question question, Value value) {
        var changed = new HashMap<>(entry);
        changed.put(question.id(), value);
        return changed;
    }
}
