package dev.stipple.reasoning.proof;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.ValueClass;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts complete answer sets, question after question: all that has to be remembered of those before is which
 * requirements of those to come they fulfil. The entries of a repeating group count as sets of classes of entries.
 */
final class AnswerCount {
    /** One part of the condition on which a question is asked. */
    private record Part(String question, Requirement requirement) {}

    private final Questionnaire questionnaire;
    private final Set<Question.Closed> order = new LinkedHashSet<>();
    private final List<Part> parts;

    private AnswerCount(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        questionnaire.groups().stream()
                .filter(group -> !group.repeats())
                .flatMap(group -> group.closed().stream())
                .forEach(this::addAfterParents);
        this.parts = order.stream()
                .flatMap(question ->
                        question.askedWhen().stream().map(requirement -> new Part(question.path(), requirement)))
                .toList();
    }

    private void addAfterParents(Question.Closed question) {
        question.askedWhen().forEach(requirement -> addAfterParents(questionnaire.required(requirement)));
        order.add(question);
    }

    static BigInteger of(Space space) {
        int classes =
                space.entries().stream().mapToInt(group -> group.some().length).sum();
        return new AnswerCount(space.questionnaire()).count().shiftLeft(classes);
    }

    private BigInteger count() {
        Map<Set<Part>, BigInteger> ways = Map.of(Set.of(), BigInteger.ONE);
        var open = new ArrayList<>(parts);
        for (Question.Closed question : order) {
            open.removeIf(part -> part.question().equals(question.path()));
            var next = new HashMap<Set<Part>, BigInteger>();
            ways.forEach((fulfilled, count) -> answers(question, fulfilled).forEach((more, values) -> {
                Set<Part> all = Stream.concat(fulfilled.stream(), more.stream())
                        .filter(open::contains)
                        .collect(Collectors.toSet());
                next.merge(all, count.multiply(values), BigInteger::add);
            }));
            ways = next;
        }
        return ways.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** How many answers fulfil which parts; the one way not to be asked fulfils none. */
    private Map<Set<Part>, BigInteger> answers(Question.Closed question, Set<Part> fulfilled) {
        boolean asked = question.askedWhen().stream()
                .allMatch(requirement -> fulfilled.contains(new Part(question.path(), requirement)));
        if (!asked) {
            return Map.of(Set.of(), BigInteger.ONE);
        }
        var counts = new HashMap<Set<Part>, BigInteger>();
        values(question).forEach((value, count) -> counts.merge(fulfils(question, value), count, BigInteger::add));
        return counts;
    }

    private Set<Part> fulfils(Question question, Value value) {
        return parts.stream()
                .filter(part -> part.requirement().question().equals(question.path())
                        && part.requirement().accepts(value))
                .collect(Collectors.toSet());
    }

    private Map<Value, BigInteger> values(Question.Closed question) {
        var requirements = parts.stream()
                .map(Part::requirement)
                .filter(requirement -> requirement.question().equals(question.path()))
                .toList();
        return question.match(
                number -> sizes(ValueClass.of(number, List.of(), requirements)),
                yesNo -> sizes(ValueClass.of(yesNo)),
                choice -> sizes(ValueClass.of(choice)),
                choices -> combinations(
                        choices,
                        requirements.stream()
                                .flatMap(requirement -> requirement.codes().stream())
                                .collect(Collectors.toSet())));
    }

    private static Map<Value, BigInteger> sizes(List<ValueClass> classes) {
        return classes.stream().collect(Collectors.toMap(ValueClass::value, each -> BigInteger.valueOf(each.size())));
    }

    /** Every combination of the options that matter here, one example each, with how often it comes. */
    private static Map<Value, BigInteger> combinations(Question.Choices question, Set<String> mentioned) {
        var values = new HashMap<Value, BigInteger>();
        question.none().ifPresent(none -> values.put(new Value.Choices(List.of(none)), BigInteger.ONE));
        List<List<Option>> sets = List.of(List.of());
        for (Option option : question.options()) {
            if (mentioned.contains(option.code()) && !option.code().equals(Option.NONE)) {
                sets = sets.stream()
                        .flatMap(set -> Stream.of(
                                set,
                                Stream.concat(set.stream(), Stream.of(option)).toList()))
                        .toList();
            }
        }
        long rest = question.options().stream()
                .filter(option ->
                        !mentioned.contains(option.code()) && !option.code().equals(Option.NONE))
                .count();
        for (List<Option> set : sets) {
            BigInteger count = BigInteger.ONE.shiftLeft((int) rest);
            BigInteger some = set.isEmpty() ? count.subtract(BigInteger.ONE) : count;
            values.put(new Value.Choices(set), some);
        }
        return values;
    }
}
