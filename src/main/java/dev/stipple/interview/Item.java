package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands on a page. */
public sealed interface Item {
    /** A question in its own words; its group does not repeat. */
    record Ask(Question question) implements Item {
        @Override
        public List<Question> questions() {
            return List.of(question);
        }
    }

    /** A list in which as many lines are ticked as apply, with a line that says that none does. */
    record Ticks(String id, Wording text, @Nullable Wording hint, List<Line> lines, None none) implements Item {
        @Override
        public List<Question.Closed> questions() {
            return lines.stream()
                    .flatMap(line -> line.target() instanceof Line.Answer answer
                            ? Stream.of(answer.setting().question())
                            : Stream.of())
                    .distinct()
                    .toList();
        }

        @Override
        public List<Group> groups() {
            return lines.stream()
                    .flatMap(line -> line.target() instanceof Line.Entry entry ? Stream.of(entry.group()) : Stream.of())
                    .distinct()
                    .toList();
        }
    }

    /**
     * The line that excludes all others of its list.
     *
     * @param sets the answers to questions for which no line is ticked, where they have to be told
     */
    record None(Wording text, List<Setting> sets) {}

    /** Lines of which one is chosen. */
    record Cards(String id, Wording text, @Nullable Wording hint, List<Row> rows) implements Item {
        public List<Card> cards() {
            return rows.stream().flatMap(row -> row.cards().stream()).toList();
        }

        /** The card whose answers were all given. */
        public Optional<Card> chosen(Answers answers) {
            return cards().stream().filter(card -> card.holds(answers)).findFirst();
        }

        /** Every question that a card answers. */
        @Override
        public List<Question.Closed> questions() {
            return cards().stream()
                    .flatMap(card -> card.sets().stream())
                    .map(Setting::question)
                    .distinct()
                    .toList();
        }
    }

    /**
     * Cards that belong together.
     *
     * @param title null where none is needed
     * @param folded whether they are shown only when somebody looks for them
     */
    record Row(@Nullable Wording title, boolean folded, List<Card> cards) {}

    /** Yes, no or not sure for each of some questions, also those of entries. */
    record Table(String id, Wording text, @Nullable Wording hint, List<Question.Closed> rows) implements Item {
        @Override
        public List<Question.Closed> questions() {
            return rows;
        }
    }

    /**
     * What is asked of each entry of a group.
     *
     * @param questions those of the group that stand in no table
     */
    record Entries(Group group, List<Question> questions) implements Item {}

    /** The questions that are asked here. */
    List<? extends Question> questions();

    /** The groups of which it is asked here whether they have entries. */
    default List<Group> groups() {
        return List.of();
    }

    /** Whether a question is asked here. */
    default boolean asks(Question question) {
        return questions().stream().anyMatch(own -> own.path().equals(question.path()));
    }

    /** Whether it is asked here if a group has entries. */
    default boolean asks(Group group) {
        return groups().stream().anyMatch(own -> own.id().equals(group.id()));
    }

    /** The slots that are filled here, in their order. */
    static List<Slot> slots(Answers answers, List<? extends Question> questions) {
        return questions.stream()
                .flatMap(question -> question.either(closed -> slots(answers, closed), text -> Stream.<Slot>of()))
                .toList();
    }

    private static Stream<Slot> slots(Answers answers, Question.Closed question) {
        Group group = answers.questionnaire().group(question.group()).orElseThrow();
        return IntStream.range(0, answers.entries(group).size()).mapToObj(entry -> new Slot(group, entry, question));
    }
}
