package dev.stipple.reasoning.change;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Change;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.change.CounterfactualEngine.ChangeSet;
import dev.stipple.reasoning.change.CounterfactualEngine.Changed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The order in which changes are told: wishes last, the mildest verdict first, then as questions and options stand. */
final class CounterfactualOrder {
    private CounterfactualOrder() {}

    static Comparator<ChangeSet> of(Answers answers) {
        List<Slot> slots = answers.slots();
        return Comparator.comparing(CounterfactualOrder::wishes)
                .thenComparing(ChangeSet::verdict, Comparator.reverseOrder())
                .thenComparing(set -> places(set, slots), Arrays::compare);
    }

    private static boolean wishes(ChangeSet set) {
        return set.changes().stream()
                .map(change -> Objects.requireNonNull(change.slot().question()))
                .map(question -> Objects.requireNonNull(question.change()))
                .anyMatch(Change::wish);
    }

    private static int[] places(ChangeSet set, List<Slot> slots) {
        return set.changes().stream()
                .flatMapToInt(change -> IntStream.concat(IntStream.of(slots.indexOf(change.slot())), places(change)))
                .toArray();
    }

    private static IntStream places(Changed change) {
        if (change.to() instanceof Value.Quantity number) {
            return IntStream.of(number.value());
        }
        List<String> codes = Objects.requireNonNull(change.slot().question()).codes();
        return change.to().codes().stream().mapToInt(codes::indexOf).sorted();
    }
}
