package dev.stipple.rulebook;

import dev.stipple.questionnaire.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Condition.Pattern;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The slots that rules stand on whoever they fire for: known beforehand where a rule has no alternatives and asks nothing of
 * single entries, as most do not.
 */
final class Support {
    private final Map<String, List<Slot>> byRule = new HashMap<>();
    private final Map<Group, Integer> groups = new HashMap<>();
    private final Map<Question, Integer> questions = new HashMap<>();

    Support(Questionnaire questionnaire, Collection<Rule> rules) {
        questionnaire.groups().forEach(group -> groups.put(group, groups.size()));
        questionnaire.questions().forEach(question -> questions.put(question, questions.size()));
        for (Rule rule : rules) {
            if (rule.condition().nodes().allMatch(Support::isFixed)) {
                byRule.put(
                        rule.id(),
                        inOrder(rule.condition().nodes().flatMap(Support::slots).distinct()));
            }
        }
    }

    /** Slots in the order of the questionnaire. */
    List<Slot> inOrder(Stream<Slot> slots) {
        return slots.sorted(Comparator.<Slot>comparingInt(slot -> groups.getOrDefault(slot.group(), 0))
                        .thenComparingInt(Slot::entry)
                        .thenComparingInt(
                                slot -> slot.question() == null ? -1 : questions.getOrDefault(slot.question(), 0)))
                .toList();
    }

    /** Whether the rule stands on the same slots for everyone, save those that are not answered. */
    boolean isKnown(Rule rule) {
        return byRule.containsKey(rule.id());
    }

    /** The answers that the rule stands on, in the order of the questionnaire. */
    List<Slot> of(Rule rule, Answers answers) {
        List<Slot> slots = byRule.getOrDefault(rule.id(), List.of());
        for (Slot slot : slots) {
            if (!isAnswered(slot, answers)) {
                return slots.stream().filter(each -> isAnswered(each, answers)).toList();
            }
        }
        return slots;
    }

    private static boolean isAnswered(Slot slot, Answers answers) {
        return slot.question() == null || answers.value(slot).isPresent();
    }

    private static boolean isFixed(Condition node) {
        return !(node instanceof Condition.Any)
                && !(node instanceof Condition.Matches matches
                        && matches.pattern().group().repeats())
                && !(node instanceof Condition.Exists exists
                        && exists.pattern().group().repeats());
    }

    private static Stream<Slot> slots(Condition node) {
        if (node instanceof Condition.Answered answered) {
            return Stream.of(Slot.of(answered.group()));
        }
        if (node instanceof Condition.NotAny notAny && notAny.pattern().group().repeats()) {
            return Stream.of(Slot.of(notAny.pattern().group()));
        }
        return node.parts().isEmpty() ? node.patterns().flatMap(Support::slots) : Stream.empty();
    }

    private static Stream<Slot> slots(Pattern pattern) {
        Group group = pattern.group();
        return pattern.constraint().comparisons().map(comparison -> new Slot(group, 0, comparison.question()));
    }
}
