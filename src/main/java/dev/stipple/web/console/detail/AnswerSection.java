package dev.stipple.web.console.detail;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.text.Language;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was answered of one group, or of one entry of it. */
record AnswerSection(String title, List<Row> rows) {

    /** What an answer meant for the verdict. */
    enum Weight {
        /** It is one of the few that force the verdict. */
        DECIDED,
        COULD_MATTER,
        /** The verdict would have been the same whatever the answer. */
        IDLE
    }

    /** One answer. */
    record Row(String question, String answer, Weight weight) {}

    static List<AnswerSection> of(Assessment assessment, Language language) {
        return assessment.answers().questionnaire().groups().stream()
                .flatMap(group -> sections(assessment, group, language))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Stream<AnswerSection> sections(Assessment assessment, Group group, Language language) {
        int entries = assessment.answers().entries(group).size();
        String title = group.title().in(language);
        if (!group.repeats() || entries == 0) {
            Stream<Slot> slots = group.repeats() ? Stream.of(Slot.of(group)) : slots(group, 0);
            return Stream.of(new AnswerSection(title, rows(assessment, slots, language)));
        }
        return IntStream.range(0, entries)
                .mapToObj(entry ->
                        new AnswerSection(title + " " + (entry + 1), rows(assessment, slots(group, entry), language)));
    }

    private static Stream<Slot> slots(Group group, int entry) {
        return group.questions().stream().map(question -> new Slot(group, entry, question));
    }

    private static List<Row> rows(Assessment assessment, Stream<Slot> slots, Language language) {
        Answers answers = assessment.answers();
        return slots.filter(slot -> slot.question() == null
                        ? answers.answered(slot.group())
                        : answers.value(slot).isPresent())
                .map(slot -> new Row(
                        AnswerWords.question(slot).in(language),
                        AnswerWords.answer(answers, slot, language),
                        weight(assessment, slot)))
                .toList();
    }

    private static Weight weight(Assessment assessment, Slot slot) {
        if (assessment.outlook().reason().contains(slot)) {
            return Weight.DECIDED;
        }
        return assessment.outlook().idle().contains(slot) ? Weight.IDLE : Weight.COULD_MATTER;
    }
}
