package dev.stipple.answers;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import java.util.List;
import java.util.Random;

/** People who are not sure of the others where they chose some options of a question. */
public final class PartlyKnown {
    private PartlyKnown() {}

    /** The same person, of some of whose choices only a part is known. */
    public static Answers of(Answers answers, Random random) {
        Answers some = answers;
        for (Slot slot : answers.slots()) {
            List<Option> known = slot.question() == null ? List.of() : known(answers, slot, random);
            if (!known.isEmpty()) {
                some = some.unsure(slot, known);
            }
        }
        return some.applicable();
    }

    private static List<Option> known(Answers answers, Slot slot, Random random) {
        return answers.value(slot)
                .filter(value -> value instanceof Value.Choices && random.nextInt(3) > 0)
                .map(value -> ((Value.Choices) value)
                        .options().stream()
                                .filter(option -> !option.code().equals(Option.NONE) && random.nextInt(4) > 0)
                                .toList())
                .orElse(List.of());
    }
}
