package dev.stipple.assessment;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import dev.stipple.wording.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Questions and answers as people read them. */
public final class AnswerWords {
    private AnswerWords() {}

    /** What is asked in this slot. */
    public static Wording question(Slot slot) {
        Question question = slot.question();
        return question == null ? Objects.requireNonNull(slot.group().question()) : question.text();
    }

    /** The answer in a slot of which something is told; of a repeating group, how many entries of what. */
    public static String answer(Answers answers, Slot slot, Language language) {
        Question.Closed question = slot.question();
        return question == null
                ? entries(answers, slot.group(), language)
                : answers.value(slot)
                        .map(value -> answer(answers.questionnaire(), question, value, language))
                        .orElseGet(() -> options(answers.chosen(slot), language) + "; "
                                + Words.of("forms", language).getString("notSureOfOthers"));
    }

    /** One answer to one question. */
    public static String answer(Questionnaire questionnaire, Question question, Value value, Language language) {
        return value.match(
                quantity -> quantity(questionnaire, question, quantity.value(), language),
                flag -> questionnaire.yesOrNo(flag.value()).in(language),
                choice -> choice.option().text().in(language),
                choices -> options(choices.options(), language));
    }

    private static String options(List<Option> options, Language language) {
        return options.stream().map(option -> option.text().in(language)).collect(Collectors.joining("; "));
    }

    private static String quantity(Questionnaire questionnaire, Question question, int number, Language language) {
        return question instanceof Question.Number counted
                ? number + " " + unit(questionnaire, counted.unit(), number, language)
                : Integer.toString(number);
    }

    /** The value in a slot as JSON has it; of a repeating group, the number of entries. */
    static Object json(Answers answers, Slot slot) {
        return slot.question() == null
                ? answers.entries(slot.group()).size()
                : answers.json(slot).orElseThrow();
    }

    /** The name of a unit, as in "months". */
    public static String unit(Questionnaire questionnaire, String unit, int number, Language language) {
        return Objects.requireNonNull(questionnaire.units().get(unit))
                .of(number)
                .in(language);
    }

    private static String entries(Answers answers, Group group, Language language) {
        int count = answers.entries(group).size();
        return count == 0
                ? answers.questionnaire().yesOrNo(false).in(language)
                : count + " × " + Objects.requireNonNull(group.entry()).in(language);
    }
}
