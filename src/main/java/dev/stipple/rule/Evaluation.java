package dev.stipple.rule;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Condition.Pattern;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditions on answers without Drools: the same truth by another way.
 *
 * @param verdict what rules of the plan see; null before there is one
 */
public record Evaluation(Answers answers, @Nullable Verdict verdict) {

    /** Whether a rule with this condition fires, whatever else is chosen where a part of an answer is known. */
    public boolean holds(Condition condition) {
        return condition.match(
                all -> all.parts().stream().allMatch(this::holds),
                any -> any.parts().stream().anyMatch(this::holds),
                matches -> matching(matches.pattern()).findAny().isPresent(),
                exists -> matching(exists.pattern()).findAny().isPresent(),
                notAny -> matching(notAny.pattern(), true).findAny().isEmpty(),
                answered -> answers.answered(answered.group()),
                decided -> verdict != null && decided.verdicts().contains(verdict));
    }

    /**
     * Whether a rule fires, and does so on these entries.
     *
     * @param matched the entries that its plain patterns matched, by group
     */
    public boolean holds(Condition condition, Map<Group, Set<Integer>> matched) {
        return condition.match(
                all -> all.parts().stream().allMatch(part -> holds(part, matched)),
                any -> any.parts().stream().anyMatch(part -> holds(part, matched)),
                matches -> matching(matches.pattern())
                        .anyMatch(matched.getOrDefault(matches.pattern().group(), Set.of())::contains),
                this::holds,
                this::holds,
                this::holds,
                this::holds);
    }

    /** Whether a rule with this condition fires, or may once more is answered; it errs on the side of "may". */
    public boolean mayHold(Condition condition) {
        return condition.match(
                all -> all.parts().stream().allMatch(this::mayHold),
                any -> any.parts().stream().anyMatch(this::mayHold),
                matches -> mayMatch(matches.pattern()),
                exists -> mayMatch(exists.pattern()),
                notAny -> answers.entries(notAny.pattern().group()).stream()
                        .noneMatch(entry -> holds(notAny.pattern().constraint(), entry, false)),
                answered -> true,
                decided -> verdict == null || holds(decided));
    }

    private boolean mayMatch(Pattern pattern) {
        return !answers.answered(pattern.group())
                || answers.entries(pattern.group()).stream()
                        .anyMatch(entry -> holds(pattern.constraint(), entry, true));
    }

    /**
     * Whether an entry passes.
     *
     * @param benefit what is taken of each comparison with what is still open
     */
    private boolean holds(Constraint constraint, Entry entry, boolean benefit) {
        return constraint.match(
                all -> all.parts().stream().allMatch(part -> holds(part, entry, benefit)),
                any -> any.parts().stream().anyMatch(part -> holds(part, entry, benefit)),
                comparison -> isOpen(comparison.question(), entry) ? benefit : comparison.holds(entry, benefit));
    }

    private boolean isOpen(Question.Closed question, Entry entry) {
        return entry.value(question).isEmpty()
                && entry.chosen(question).isEmpty()
                && answers.asked(question, entry) != Asked.NO;
    }

    /**
     * The answers that a fired rule stands on.
     *
     * @param matched the entries that its plain patterns matched, by group
     */
    public Set<Slot> support(Condition condition, Map<Group, Set<Integer>> matched) {
        return slots(condition, matched).collect(Collectors.toCollection(HashSet::new));
    }

    private Stream<Slot> slots(Condition condition, Map<Group, Set<Integer>> matched) {
        return condition.match(
                all -> ofParts(all, matched),
                any -> ofParts(any, matched),
                matches -> matching(matches.pattern())
                        .filter(entry -> matched.getOrDefault(matches.pattern().group(), Set.of())
                                .contains(entry))
                        .flatMap(entry -> slots(matches.pattern(), entry)),
                exists -> matching(exists.pattern()).flatMap(entry -> slots(exists.pattern(), entry)),
                notAny -> notAny.pattern().group().repeats()
                        ? Stream.of(Slot.of(notAny.pattern().group()))
                        : slots(notAny.pattern(), 0),
                answered -> Stream.of(Slot.of(answered.group())),
                decided -> Stream.empty());
    }

    private Stream<Slot> ofParts(Condition condition, Map<Group, Set<Integer>> matched) {
        return condition.parts().stream().filter(this::holds).flatMap(part -> slots(part, matched));
    }

    private Stream<Integer> matching(Pattern pattern) {
        return matching(pattern, false);
    }

    private Stream<Integer> matching(Pattern pattern, boolean benefit) {
        var entries = answers.entries(pattern.group());
        return IntStream.range(0, entries.size())
                .filter(entry -> pattern.constraint().holds(entries.get(entry), benefit))
                .boxed();
    }

    private Stream<Slot> slots(Pattern pattern, int entry) {
        return pattern.constraint()
                .comparisons()
                .map(comparison -> new Slot(pattern.group(), entry, comparison.question()))
                .filter(answers::isTold);
    }
}
