package dev.stipple.rule;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Condition.Pattern;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(this::holds);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(this::holds);
        }
        if (condition instanceof Condition.Matches matches) {
            return matching(matches.pattern()).findAny().isPresent();
        }
        if (condition instanceof Condition.Exists exists) {
            return matching(exists.pattern()).findAny().isPresent();
        }
        if (condition instanceof Condition.NotAny notAny) {
            return matching(notAny.pattern()).findAny().isEmpty();
        }
        if (condition instanceof Condition.Answered answered) {
            return answers.answered(answered.group());
        }
        return verdict != null && ((Condition.Decided) condition).verdicts().contains(verdict);
    }

    /**
     * The answers that a fired rule stands on.
     *
     * @param matched the entries that its plain patterns matched, by group
     */
    public Set<Slot> support(Condition condition, Map<Group, Set<Integer>> matched) {
        var support = new HashSet<Slot>();
        addSupport(condition, matched, support);
        return support;
    }

    private void addSupport(Condition condition, Map<Group, Set<Integer>> matched, Set<Slot> support) {
        if (condition instanceof Condition.All || condition instanceof Condition.Any) {
            for (Condition part : condition.parts()) {
                if (holds(part)) {
                    addSupport(part, matched, support);
                }
            }
        } else if (condition instanceof Condition.Matches matches) {
            Set<Integer> entries = matched.getOrDefault(matches.pattern().group(), Set.of());
            matching(matches.pattern())
                    .filter(entries::contains)
                    .forEach(entry -> addSlots(matches.pattern(), entry, support));
        } else if (condition instanceof Condition.Exists exists) {
            matching(exists.pattern()).forEach(entry -> addSlots(exists.pattern(), entry, support));
        } else if (condition instanceof Condition.NotAny notAny) {
            if (notAny.pattern().group().repeats()) {
                support.add(Slot.of(notAny.pattern().group()));
            } else {
                addSlots(notAny.pattern(), 0, support);
            }
        } else if (condition instanceof Condition.Answered answered) {
            support.add(Slot.of(answered.group()));
        }
    }

    private Stream<Integer> matching(Pattern pattern) {
        var entries = answers.entries(pattern.group());
        return IntStream.range(0, entries.size())
                .filter(entry -> pattern.constraint().holds(entries.get(entry)))
                .boxed();
    }

    private void addSlots(Pattern pattern, int entry, Set<Slot> support) {
        pattern.constraint()
                .comparisons()
                .map(comparison -> new Slot(pattern.group(), entry, comparison.question()))
                .filter(slot -> answers.value(slot).isPresent())
                .forEach(support::add);
    }
}
