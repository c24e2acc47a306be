package dev.stipple.rule;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
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

    /** Whether a rule with this condition fires. */
    public boolean holds(Condition condition) {
        return condition.match(
                all -> all.parts().stream().allMatch(this::holds),
                any -> any.parts().stream().anyMatch(this::holds),
                matches -> matching(matches.pattern()).findAny().isPresent(),
                exists -> matching(exists.pattern()).findAny().isPresent(),
                notAny -> matching(notAny.pattern()).findAny().isEmpty(),
                answered -> answers.answered(answered.group()),
                decided -> verdict != null && decided.verdicts().contains(verdict));
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
        var entries = answers.entries(pattern.group());
        return IntStream.range(0, entries.size())
                .filter(entry -> pattern.constraint().holds(entries.get(entry)))
                .boxed();
    }

    private Stream<Slot> slots(Pattern pattern, int entry) {
        return pattern.constraint()
                .comparisons()
                .map(comparison -> new Slot(pattern.group(), entry, comparison.question()))
                .filter(slot -> answers.value(slot).isPresent());
    }
}
