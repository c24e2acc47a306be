package dev.stipple.authoring.coverage;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.TellingAnswers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for answers near given ones on which a condition holds, or does not. What it finds is a proposal, to be verified
 * by evaluating it.
 */
record ScenarioSearch(AnswerRepair adaptation) {
    /** How many ways of passing one pattern are tried. */
    private static final int WAYS = 6;

    /** How many combinations of answers to one pattern are worth listing. */
    private static final int MOST = 500;

    /** Answers on which the condition may hold. The verdict, which plan rules ask for, is left as it comes. */
    Stream<Answers> hold(Condition condition, Answers answers) {
        if (condition.parts().isEmpty() && new Evaluation(answers, null).holds(condition)) {
            return Stream.of(answers);
        }
        return condition.match(
                all -> holdAll(all.parts(), answers),
                any -> any.parts().stream().flatMap(part -> hold(part, answers)),
                matches -> some(matches.pattern(), answers),
                exists -> some(exists.pattern(), answers),
                notAny -> none(notAny.pattern(), answers),
                answered -> Stream.of(answers.with(answered.group(), answers.entries(answered.group()))),
                decided -> Stream.of(answers));
    }

    private Stream<Answers> holdAll(List<Condition> parts, Answers answers) {
        Stream<Answers> ways = Stream.of(answers);
        for (Condition part : parts) {
            ways = ways.flatMap(way -> hold(part, way)).limit((long) WAYS * WAYS);
        }
        return ways;
    }

    private Stream<Answers> some(Pattern pattern, Answers answers) {
        return some(pattern, pattern.constraint()::holds, List.of(), answers);
    }

    /** Answers on which a single condition may fail. */
    Stream<Answers> fail(Condition condition, Answers answers) {
        return condition.match(
                all -> all.parts().stream().flatMap(part -> fail(part, answers)),
                any -> any.parts().stream().flatMap(part -> fail(part, answers)),
                matches -> none(matches.pattern(), answers),
                exists -> none(exists.pattern(), answers),
                notAny -> some(notAny.pattern(), answers),
                answered -> Stream.of(answers.without(answered.group())),
                decided -> Stream.empty());
    }

    /** Answers with an entry that a pattern's comparisons, and some more, can tell apart and that is wanted. */
    Stream<Answers> some(Pattern pattern, Predicate<Entry> wanted, List<Comparison> more, Answers answers) {
        var comparisons =
                Stream.concat(pattern.constraint().comparisons(), more.stream()).toList();
        var questions =
                comparisons.stream().map(Comparison::question).distinct().toList();
        Group group = pattern.group();
        int last = group.repeats() ? answers.entries(group).size() : 0;
        return IntStream.rangeClosed(0, last).boxed().flatMap(index -> {
            Answers base = AnswerRepair.withEntry(answers, group, index);
            Entry old = base.entries(group).get(index);
            return entries(old, questions, comparisons)
                    .filter(wanted)
                    .sorted(Comparator.comparingLong(entry -> distance(old, entry, questions)))
                    .limit(WAYS)
                    .map(entry -> over(base, group, index, entry, questions));
        });
    }

    /** Every combination of answers that the comparisons tell apart or, where these are too many, single changes. */
    private static Stream<Entry> entries(Entry old, List<Question.Closed> questions, List<Comparison> comparisons) {
        long combinations = questions.stream()
                .mapToLong(question -> TellingAnswers.of(question, comparisons).size() + 1L)
                .reduce(1, (one, other) -> Math.min(MOST, one) * other);
        if (combinations <= MOST) {
            return TellingAnswers.entries(comparisons).stream();
        }
        return questions.stream()
                .flatMap(question ->
                        TellingAnswers.of(question, comparisons).stream().map(value -> old.with(question, value)));
    }

    private Stream<Answers> none(Pattern pattern, Answers answers) {
        Group group = pattern.group();
        if (!group.repeats()) {
            return some(pattern, entry -> !pattern.constraint().holds(entry), List.of(), answers);
        }
        var left = answers.entries(group).stream()
                .filter(entry -> !pattern.constraint().holds(entry))
                .toList();
        return Stream.of(answers.with(group, new ArrayList<>(left)));
    }

    private Answers over(Answers answers, Group group, int index, Entry entry, List<Question.Closed> questions) {
        Answers changed = answers;
        for (Question.Closed question : questions) {
            Value value = entry.value(question).orElse(null);
            changed = value == null
                    ? changed.with(new Slot(group, index, question), null)
                    : adaptation.with(changed, group, index, question, value);
        }
        return changed;
    }

    private static long distance(Entry old, Entry entry, List<Question.Closed> questions) {
        return questions.stream()
                .filter(question -> !Objects.equals(old.value(question), entry.value(question)))
                .count();
    }
}
