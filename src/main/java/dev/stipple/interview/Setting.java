package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.List;
import java.util.Optional;

/**
 * An answer that a tick stands for.
 *
 * @param code of an option, or {@code true} or {@code false}
 */
public record Setting(Question.Closed question, String code) {
    /** The answer; of several choices, this one alone. */
    Value value() {
        return question.match(
                number -> new Value.Quantity(Integer.parseInt(code)),
                yesNo -> new Value.Flag(Boolean.parseBoolean(code)),
                choice -> new Value.Choice(choice.option(code).orElseThrow()),
                choices -> new Value.Choices(List.of(choices.option(code).orElseThrow())));
    }

    /** Whether an answer says so, among other things where it is one of several choices. */
    Mark in(Entry entry) {
        Optional<Value> value = entry.value(question);
        return value.isEmpty() ? Mark.OPEN : value.get().codes().contains(code) ? Mark.YES : Mark.NO;
    }

    /** The same of a question whose group does not repeat. */
    Mark in(Answers answers) {
        return in(
                answers.entries(answers.questionnaire().group(question.group()).orElseThrow())
                        .get(0));
    }

    String id() {
        return question.path() + "=" + code;
    }
}
