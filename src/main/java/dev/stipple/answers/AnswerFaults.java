package dev.stipple.answers;

import dev.stipple.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with answers, as far as they have been read. */
final class AnswerFaults {
    private final List<AnswerFault> faults = new ArrayList<>();

    void add(String pointer, String problem, String expected) {
        faults.add(new AnswerFault(pointer, problem, expected, null));
    }

    /** There is no such group, question or option; the nearest name is suggested. */
    void addUnknown(String pointer, String what, String name, Collection<String> names) {
        faults.add(new AnswerFault(
                pointer,
                "there is no such " + what,
                "one of " + String.join(", ", names),
                Nearest.to(name, names).orElse(null)));
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidAnswers(faults);
        }
    }
}
