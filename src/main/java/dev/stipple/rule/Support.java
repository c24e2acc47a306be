package dev.stipple.rule;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Condition.Pattern;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The slots that rules stand on whoever they fire for: known beforehand where a rule has no alternatives and asks nothing of
 * single entries, as most do not.
 */
public final class Support {
    private final Map<String, Known> byRule = new HashMap<>();
    private final Map<Group, Integer> groups = new HashMap<>();
    private final Map<Question, Integer> questions = new HashMap<>();

    /**
     * What a rule stands on.
     *
     * @param answered whether the rule fires only where each of these is answered
     */
    private record Known(List<Slot> slots, boolean answered) {}

    public Support(Questionnaire questionnaire, Collection<Rule> rules) {
        questionnaire.groups().forEach(group -> groups.put(group, groups.size()));
        questionnaire.questions().forEach(question -> questions.put(question, questions.size()));
        for (Rule rule : rules) {
            if (rule.condition().nodes().allMatch(Support::isFixed)) {
                var slots =
                        inOrder(rule.condition().nodes().flatMap(Support::slots).distinct());
                var required =
                        rule.condition().nodes().flatMap(Support::required).collect(Collectors.toSet());
                byRule.put(
                        rule.id(),
                        new Known(
                                slots,
                                slots.stream()
                                        .map(Slot::question)
                                        .allMatch(question -> question == null || required.contains(question))));
            }
        }
    }

    /** Slots in the order of the questionnaire. */
    public List<Slot> inOrder(Stream<Slot> slots) {
        return slots.sorted(Comparator.<Slot>comparingInt(slot -> groups.getOrDefault(slot.group(), 0))
                        .thenComparingInt(Slot::entry)
                        .thenComparingInt(
                                slot -> slot.question() == null ? -1 : questions.getOrDefault(slot.question(), 0)))
                .toList();
    }

    /**
     * The answers that the rule stands on, in the order of the questionnaire; null where that depends on what it matched.
     */
    @Nullable
    public List<Slot> known(Rule rule, Answers answers) {
        Known known = byRule.get(rule.id());
        if (known == null) {
            return null;
        }
        return known.answered()
                ? known.slots()
                : known.slots().stream()
                        .filter(slot -> isAnswered(slot, answers))
                        .toList();
    }

    private static boolean isAnswered(Slot slot, Answers answers) {
        return slot.question() == null || answers.isTold(slot);
    }

    private static boolean isFixed(Condition node) {
        return !(node instanceof Condition.Any)
                && !(node instanceof Condition.Matches matches
                        && matches.pattern().group().repeats())
                && !(node instanceof Condition.Exists exists
                        && exists.pattern().group().repeats());
    }

    /** The questions without an answer to which this cannot hold. */
    private static Stream<Question> required(Condition node) {
        return node.match(
                all -> Stream.empty(),
                any -> Stream.empty(),
                matches -> required(matches.pattern().constraint()),
                exists -> required(exists.pattern().constraint()),
                notAny -> Stream.empty(),
                answered -> Stream.empty(),
                decided -> Stream.empty());
    }

    private static Stream<Question> required(Constraint constraint) {
        return constraint.match(
                all -> all.parts().stream().flatMap(Support::required),
                any -> Stream.empty(),
                comparison -> comparison.accepts(null) ? Stream.empty() : Stream.of(comparison.question()));
    }

    private static Stream<Slot> slots(Condition node) {
        return node.match(
                all -> Stream.empty(),
                any -> Stream.empty(),
                matches -> slots(matches.pattern()),
                exists -> slots(exists.pattern()),
                notAny -> notAny.pattern().group().repeats()
                        ? Stream.of(Slot.of(notAny.pattern().group()))
                        : slots(notAny.pattern()),
                answered -> Stream.of(Slot.of(answered.group())),
                decided -> Stream.empty());
    }

    private static Stream<Slot> slots(Pattern pattern) {
        Group group = pattern.group();
        return pattern.constraint().comparisons().map(comparison -> new Slot(group, 0, comparison.question()));
    }
}
