package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.List;

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
        if (entry.chosen(question).stream().anyMatch(option -> option.code().equals(code))) {
            return Mark.YES;
        }
        return entry.value(question)
                .map(value -> value.codes().contains(code) ? Mark.YES : Mark.NO)
                .orElse(Mark.OPEN);
    }

    /** The same of a question whose group does not repeat. */
    Mark in(Answers answers) {
        return in(
                answers.entries(answers.questionnaire().group(question.group()).orElseThrow())
                        .get(0));
    }

    /** As in {@code group.question=OPTION}. */
    public String id() {
        return question.path() + "=" + code;
    }
}
