package dev.stipple.web;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.interview.Interview;
import dev.stipple.interview.Item;
import dev.stipple.interview.Line;
import dev.stipple.interview.Mark;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person was really asked in a slot, and what they ticked: where a list or cards ask, its words stand for those of the
 * question behind it.
 *
 * @param answer empty where nothing of a list was ticked
 * @param unticked the first lines that would have said otherwise; empty where one was ticked
 */
public record Quoted(String question, String answer, List<String> unticked) {
    private static final int MOST_UNTICKED = 3;

    /** Of a slot of which something is told. */
    public static Quoted of(Interview interview, Answers answers, Slot slot, Language language) {
        Item item = item(interview, answers, slot);
        if (item instanceof Item.Cards cards) {
            var card = cards.chosen(answers).filter(each -> slot.question() != null && each.sets(slot.question()));
            if (card.isPresent()) {
                return new Quoted(cards.text().in(language), card.get().text().in(language), List.of());
            }
        }
        if (item instanceof Item.Ticks ticks) {
            return ticks(ticks, answers, slot, language);
        }
        return new Quoted(
                AnswerWords.question(slot).in(language), AnswerWords.answer(answers, slot, language), List.of());
    }

    /** What a person is asked in a slot. */
    public static String question(Interview interview, Answers answers, Slot slot, Language language) {
        Item item = item(interview, answers, slot);
        return (item instanceof Item.Ticks ticks
                        ? ticks.text()
                        : item instanceof Item.Cards cards ? cards.text() : AnswerWords.question(slot))
                .in(language);
    }

    private static Quoted ticks(Item.Ticks ticks, Answers answers, Slot slot, Language language) {
        List<Line> own =
                ticks.lines().stream().filter(line -> isAbout(line, slot)).toList();
        String ticked = own.stream()
                .filter(line -> isTicked(line, answers, slot))
                .map(line -> line.text().in(language))
                .collect(Collectors.joining("; "));
        return new Quoted(
                ticks.text().in(language),
                ticked,
                ticked.isEmpty()
                        ? Stream.concat(
                                        own.stream()
                                                .limit(MOST_UNTICKED)
                                                .map(line -> line.text().in(language)),
                                        own.size() > MOST_UNTICKED ? Stream.of("…") : Stream.of())
                                .toList()
                        : List.of());
    }

    private static boolean isAbout(Line line, Slot slot) {
        Question.Closed question = slot.question();
        return line.target() instanceof Line.Answer answer
                ? question != null && answer.setting().question().path().equals(question.path())
                : ((Line.Entry) line.target()).group().id().equals(slot.group().id());
    }

    private static boolean isTicked(Line line, Answers answers, Slot slot) {
        return (slot.question() != null && line.target() instanceof Line.Entry entry)
                ? entry.isOf(entry(answers, slot))
                : line.target().in(answers) == Mark.YES;
    }

    private static Entry entry(Answers answers, Slot slot) {
        return answers.entries(slot.group()).get(slot.entry());
    }

    /** The list or cards that ask, or else the item with the question itself. */
    private static Item item(Interview interview, Answers answers, Slot slot) {
        Question.Closed question = slot.question();
        if (question == null) {
            return first(interview.pageOf(slot.group()), item -> item.asks(slot.group()));
        }
        if (slot.group().repeats()) {
            Page page = interview.pageOf(slot.group());
            Optional<Item> told = page.items().stream()
                    .filter(item -> item instanceof Item.Ticks ticks
                            && ticks.lines().stream()
                                    .anyMatch(line -> line.target() instanceof Line.Entry own
                                            && own.kind().stream()
                                                    .anyMatch(kind -> kind.question()
                                                            .path()
                                                            .equals(question.path()))
                                            && own.isOf(entry(answers, slot))))
                    .findFirst();
            return told.orElseGet(() -> first(interview.pageOf(question), item -> item.asks(question)));
        }
        return first(interview.pageOf(question), item -> item.asks(question));
    }

    private static Item first(Page page, Predicate<Item> wanted) {
        return page.items().stream().filter(wanted).findFirst().orElseThrow();
    }
}
