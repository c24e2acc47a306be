package dev.stipple.answers;

import dev.stipple.questionnaire.ElapsedUnit;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import java.time.LocalDate;
import java.util.Optional;

/** Answers about how long something is ago, as they stand on a later day than the one on which they were given. */
public final class CountedOn {
    private final LocalDate given;
    private final LocalDate day;

    private CountedOn(LocalDate given, LocalDate day) {
        this.given = given;
        this.day = day;
    }

    /** The same answers with full units counted on, up to the most that a question takes; on no later day, the same. */
    public static Answers of(Answers answers, LocalDate given, LocalDate day) {
        return day.isAfter(given) ? new CountedOn(given, day).counted(answers) : answers;
    }

    private Answers counted(Answers answers) {
        Answers counted = answers;
        for (Slot slot : answers.slots()) {
            if (slot.question() instanceof Question.Number number && number.countsOn()) {
                Optional<Value> value = answers.value(slot).map(each -> later(number, each));
                if (value.isPresent()) {
                    counted = counted.with(slot, value.get());
                }
            }
        }
        return counted;
    }

    private Value later(Question.Number question, Value value) {
        long passed = ElapsedUnit.of(question.unit()).orElseThrow().between(given, day);
        return value instanceof Value.Quantity quantity
                ? new Value.Quantity((int) Math.min(question.max(), quantity.value() + passed))
                : value;
    }
}
