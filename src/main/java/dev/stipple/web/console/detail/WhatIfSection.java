package dev.stipple.web.console.detail;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.Asked;
import dev.stipple.answers.Entry;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import dev.stipple.web.intake.form.FieldFault;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one group.
 *
 * @param id of the group
 * @param question asks whether there are entries; null where the group does not repeat
 * @param known whether it is known which entries there are
 * @param entries one where the group does not repeat
 * @param added where another entry can be entered; null where the group does not repeat
 */
record WhatIfSection(
        String id,
        String title,
        @Nullable String question,
        boolean known,
        List<Fields> entries,
        @Nullable Fields added) {

    /** The fields of one entry, whose names begin with this one. */
    record Fields(String name, String title, List<Field> fields) {}

    /**
     * One field.
     *
     * @param kind {@code number}, {@code one}, {@code many} or {@code text}
     * @param value what stands in the field of a number or of free words
     * @param changed whether the answer is another one than is kept
     */
    record Field(
            String name,
            String text,
            String kind,
            String value,
            @Nullable String unit,
            int min,
            int max,
            List<Choice> choices,
            boolean changed,
            @Nullable FieldFault fault) {}

    /** Something that can be chosen. */
    record Choice(String code, String text, boolean chosen) {}

    static List<WhatIfSection> of(Answers kept, ChangedAnswers changed, Language language) {
        var writer = new Writer(kept, changed.answers(), changed.faults(), language);
        return kept.questionnaire().groups().stream().map(writer::section).toList();
    }

    private record Writer(Answers kept, Answers answers, Map<String, FieldFault> faults, Language language) {
        WhatIfSection section(Group group) {
            int entries = answers.entries(group).size();
            String title = group.title().in(language);
            return new WhatIfSection(
                    group.id(),
                    title,
                    group.question() == null ? null : group.question().in(language),
                    answers.answered(group),
                    IntStream.range(0, entries)
                            .mapToObj(entry -> fields(
                                    group,
                                    entry,
                                    answers.entries(group).get(entry),
                                    group.repeats() ? title + " " + (entry + 1) : title))
                            .toList(),
                    group.repeats()
                            ? fields(
                                    group,
                                    entries,
                                    Entry.EMPTY,
                                    Objects.requireNonNull(group.entry()).in(language))
                            : null);
        }

        private Fields fields(Group group, int index, Entry entry, String title) {
            String name = ChangedAnswers.name(group, index);
            return new Fields(
                    name,
                    title,
                    group.questions().stream()
                            .filter(question -> answers.asked(question, entry) != Asked.NO)
                            .map(question -> field(question, name + "." + question.id(), entry, before(group, index)))
                            .toList());
        }

        private Entry before(Group group, int index) {
            var entries = kept.entries(group);
            return index < entries.size() ? entries.get(index) : Entry.EMPTY;
        }

        private Field field(Question question, String name, Entry entry, Entry before) {
            return question.either(
                    closed -> field(closed, name, entry, before),
                    text -> new Field(
                            name,
                            text.text().in(language),
                            "text",
                            entry.text(text).orElse(""),
                            null,
                            0,
                            Question.Text.LONGEST,
                            List.of(),
                            !entry.text(text).equals(before.text(text)),
                            faults.get(name)));
        }

        private Field field(Question.Closed question, String name, Entry entry, Entry before) {
            Value value = entry.value(question).orElse(null);
            var number = question instanceof Question.Number counted ? counted : null;
            return new Field(
                    name,
                    question.text().in(language),
                    question.match(any -> "number", any -> "one", any -> "one", any -> "many"),
                    value instanceof Value.Quantity quantity ? Integer.toString(quantity.value()) : "",
                    number == null ? null : AnswerWords.unit(kept.questionnaire(), number.unit(), 0, language),
                    number == null ? 0 : number.min(),
                    number == null ? 0 : number.max(),
                    choices(question, codes(question, entry)),
                    !codes(question, entry).equals(codes(question, before)),
                    faults.get(name));
        }

        /** What is answered; where only a part of it is known, that too. */
        private static List<String> codes(Question.Closed question, Entry entry) {
            List<Option> chosen = entry.chosen(question);
            return chosen.isEmpty()
                    ? entry.value(question).map(Value::codes).orElse(List.of())
                    : Stream.concat(chosen.stream().map(Option::code), Stream.of(AnswersReader.NOT_SURE))
                            .toList();
        }

        private List<Choice> choices(Question.Closed question, List<String> chosen) {
            return question.match(
                    number -> List.of(),
                    yesNo -> yesOrNo(chosen),
                    choice -> options(choice, chosen),
                    choices -> Stream.concat(options(choices, chosen).stream(), Stream.of(others(chosen)))
                            .toList());
        }

        private Choice others(List<String> chosen) {
            return new Choice(
                    AnswersReader.NOT_SURE,
                    Words.of("forms", language).getString("notSureOfOthers"),
                    chosen.contains(AnswersReader.NOT_SURE));
        }

        private List<Choice> yesOrNo(List<String> chosen) {
            return Stream.of(true, false)
                    .map(flag -> new Choice(
                            flag.toString(),
                            kept.questionnaire().yesOrNo(flag).in(language),
                            chosen.contains(flag.toString())))
                    .toList();
        }

        private List<Choice> options(Question question, List<String> chosen) {
            return question.options().stream()
                    .map(option ->
                            new Choice(option.code(), option.text().in(language), chosen.contains(option.code())))
                    .toList();
        }
    }
}
