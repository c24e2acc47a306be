package dev.stipple.web.console.detail;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Optional;
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
        IDLE,
        /** Free words: nothing is decided upon them, so somebody has to read them. */
        WORDS
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
        if (group.repeats() && entries == 0) {
            List<Row> none = row(assessment, Slot.of(group), language).stream().toList();
            return Stream.of(new AnswerSection(title, none));
        }
        return IntStream.range(0, entries)
                .mapToObj(entry -> new AnswerSection(
                        group.repeats() ? title + " " + (entry + 1) : title, rows(assessment, group, entry, language)));
    }

    private static List<Row> rows(Assessment assessment, Group group, int entry, Language language) {
        return group.questions().stream()
                .flatMap(question -> question
                        .either(
                                closed -> row(assessment, new Slot(group, entry, closed), language),
                                text -> row(assessment, new TextSlot(group, entry, text), language))
                        .stream())
                .toList();
    }

    private static Optional<Row> row(Assessment assessment, Slot slot, Language language) {
        Answers answers = assessment.answers();
        return answers.isTold(slot)
                ? Optional.of(new Row(
                        AnswerWords.question(slot).in(language),
                        AnswerWords.answer(answers, slot, language),
                        weight(assessment, slot)))
                : Optional.empty();
    }

    private static Optional<Row> row(Assessment assessment, TextSlot slot, Language language) {
        return assessment
                .answers()
                .text(slot)
                .map(words -> new Row(slot.question().text().in(language), words, Weight.WORDS));
    }

    private static Weight weight(Assessment assessment, Slot slot) {
        if (assessment.outlook().reason().contains(slot)) {
            return Weight.DECIDED;
        }
        return assessment.outlook().idle().contains(slot) ? Weight.IDLE : Weight.COULD_MATTER;
    }
}
