package dev.stipple.assessment;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What answers can still bring about.
 *
 * @param rules those that ask for the answers, do not fire yet and still may: the strictest first, of those the simplest
 * @param advises whether what is recommended hangs on the answers
 */
public record Stakes(List<Rule> rules, boolean advises) {
    private static final Comparator<Rule> STRICTEST = Comparator.comparing(
                    (Rule rule) -> Objects.requireNonNull(rule.effect()))
            .thenComparing(rule -> rule.condition().patterns().count())
            .thenComparing(Rule::id);

    /** What hangs on the answers that are still open in some slots. */
    public static Stakes of(Rulebook rulebook, Answers answers, Collection<Slot> slots) {
        var evaluation = new Evaluation(answers, null);
        var reading = rulebook.rules().stream()
                .filter(rule -> slots.stream().anyMatch(slot -> reads(rule, slot)))
                .toList();
        return new Stakes(
                reading.stream()
                        .filter(rule -> rule.effect() != null)
                        .filter(rule -> !evaluation.holds(rule.condition()) && evaluation.mayHold(rule.condition()))
                        .sorted(STRICTEST)
                        .toList(),
                reading.stream().anyMatch(rule -> rule.effect() == null));
    }

    private static boolean reads(Rule rule, Slot slot) {
        Question question = slot.question();
        return rule.condition()
                .patterns()
                .filter(pattern -> pattern.group().id().equals(slot.group().id()))
                .anyMatch(pattern -> question == null
                        || pattern.constraint()
                                .comparisons()
                                .anyMatch(comparison ->
                                        comparison.question().path().equals(question.path())));
    }
}
