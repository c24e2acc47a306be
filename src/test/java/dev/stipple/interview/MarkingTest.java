package dev.stipple.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.answers.PartlyKnown;
import dev.stipple.questionnaire.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ticks and answers say the same, whichever way they are turned. */
class MarkingTest {
    private static final Interview INTERVIEW = Shipped.contents().interview();
    private static final int PEOPLE = Integer.getInteger("people", 200);

    @Test
    void marksReadFromAnswersAndPutBackChangeNothing() {
        people().forEach(person -> pages().forEach(page -> {
            var marking = new Marking(page);

            assertThat(marking.put(person, marking.marks(person))).as(page.id()).isEqualTo(person);
        }));
    }

    @Test
    void marksThatArePutAreReadAgain() {
        var random = new Random(4);
        people().forEach(person -> pages().forEach(page -> {
            var marking = new Marking(page);
            Map<Line, Mark> ticks = ticks(page, random);

            Answers answers = marking.put(person, ticks);

            assertThat(marking.marks(answers)).as(page.id()).isEqualTo(ticks);
            assertThat(marking.put(answers, ticks)).isEqualTo(answers);
        }));
    }

    @Test
    void putTicksLeaveTheAnswersOfOtherPagesAlone() {
        var random = new Random(5);
        people().forEach(person -> pages().forEach(page -> {
            Answers answers = new Marking(page).put(person, ticks(page, random));

            pages().filter(other -> !other.equals(page))
                    .map(Marking::new)
                    .forEach(other -> assertThat(other.marks(answers)).isEqualTo(other.marks(person)));
        }));
    }

    @Test
    void whoTicksNoneHasAnsweredEveryQuestionOfTheList() {
        pages().filter(page -> !page.lines().isEmpty()).forEach(page -> {
            var none = page.lines().stream().collect(Collectors.toMap(line -> line, line -> Mark.NO));

            Answers answers = new Marking(page).put(nobody(), none);

            assertThat(answers.slots())
                    .filteredOn(slot -> page.items().stream()
                            .anyMatch(item -> item instanceof Item.Ticks ticks
                                    && (slot.question() == null
                                            ? ticks.asks(slot.group())
                                            : ticks.asks(slot.question()))))
                    .isNotEmpty()
                    .allSatisfy(slot -> assertThat(answers.isUnknown(slot)).isFalse());
        });
    }

    @Test
    void whoIsNotSureOfTheOthersLosesNoEntryAndDeniesNone() {
        Page page = INTERVIEW.page("drugs").orElseThrow();
        Line ticked = page.lines().get(0);
        Map<Line, Mark> ticks = new LinkedHashMap<>();
        page.lines().forEach(line -> ticks.put(line, line.equals(ticked) ? Mark.YES : Mark.OPEN));

        Answers answers = new Marking(page).put(nobody(), ticks);

        assertThat(new Marking(page).marks(answers)).isEqualTo(ticks);
        assertThat(answers.json().toString()).isEqualTo("{medicines=[{kind=ANTICOAGULANT}, {}]}");
    }

    @Test
    void theWorseOfTwoTicksThatExcludeEachOtherCounts() {
        var marking = new Marking(INTERVIEW.page("surface").orElseThrow());
        Map<Line, Mark> ticks = all(Mark.NO, "surface");
        ticks.replaceAll((line, mark) -> line.id().startsWith("scalp.lesions") ? Mark.YES : mark);

        assertThat(marking.clash(ticks)).isEmpty();
        assertThat(marking.put(nobody(), ticks).json().toString()).contains("lesions=NEW_OR_CHANGING");
    }

    @Test
    void twoTicksThatExcludeEachOtherClashWhereNeitherIsWorse() {
        var marking = new Marking(INTERVIEW.page("feel").orElseThrow());
        Map<Line, Mark> ticks = all(Mark.NO, "feel");
        ticks.replaceAll((line, mark) -> line.id().matches("scalp.sebum=(DRY|OILY)") ? Mark.YES : mark);

        assertThat(marking.clash(ticks)).extracting(Line::id).containsExactly("scalp.sebum=DRY", "scalp.sebum=OILY");
    }

    @Test
    void aChosenCardIsReadAgainAndTakesBackWhatAnotherOneSaid() {
        people().forEach(person -> cards().forEach(cards -> cards.cards().forEach(card -> {
            Answers before = applies(person, cards) ? person : nobody();

            Answers answers = Edit.apply(before, Marking.edits(before, cards, card));

            if (applies(answers, cards)) {
                assertThat(cards.chosen(answers)).contains(card);
                assertThat(Edit.apply(answers, Marking.edits(answers, cards, card)))
                        .isEqualTo(answers);
            }
        })));
    }

    @Test
    void theCardReadFromAnswersChangesNothing() {
        people().forEach(person -> cards().forEach(cards -> {
            Optional<Card> chosen = cards.chosen(person);

            chosen.ifPresent(card -> assertThat(Edit.apply(person, Marking.edits(person, cards, card)))
                    .isEqualTo(person));
        }));
    }

    private static boolean applies(Answers answers, Item.Cards cards) {
        return Item.slots(answers, List.of(cards.questions().get(0))).stream()
                .allMatch(slot -> answers.asked(slot) == Asked.YES);
    }

    private static Stream<Item.Cards> cards() {
        return pages().flatMap(page -> page.items().stream())
                .flatMap(item -> item instanceof Item.Cards cards ? Stream.of(cards) : Stream.of());
    }

    private static Map<Line, Mark> all(Mark mark, String page) {
        var all = new LinkedHashMap<Line, Mark>();
        INTERVIEW.page(page).orElseThrow().lines().forEach(line -> all.put(line, mark));
        return all;
    }

    private static Answers nobody() {
        return Answers.none(Shipped.contents().questionnaire());
    }

    private static Stream<Page> pages() {
        return INTERVIEW.pages().stream();
    }

    private static Stream<Answers> people() {
        return IntStream.range(0, PEOPLE).mapToObj(seed -> {
            var people = new GeneratedPeople(Shipped.contents().questionnaire(), seed);
            return PartlyKnown.of(seed % 2 == 0 ? people.complete() : people.partial(0.7), new Random(seed));
        });
    }

    @Test
    void whoIsNotSureOfTheOtherChoicesKeepsTheTicksAndDeniesNone() {
        Map<Line, Mark> ticks = all(Mark.OPEN, "feel");
        ticks.replaceAll((line, mark) -> line.id().equals("scalp.symptoms=PAIN") ? Mark.YES : mark);
        var marking = new Marking(INTERVIEW.page("feel").orElseThrow());

        Answers answers = marking.put(nobody(), ticks);

        assertThat(marking.marks(answers)).isEqualTo(ticks);
        assertThat(answers.json().toString()).isEqualTo("{scalp={symptoms=[PAIN, NOT_SURE]}}");
    }

    /** Ticks as somebody can mean them: of a choice one line at most, and all others denied or all others open. */
    private static Map<Line, Mark> ticks(Page page, Random random) {
        var ticks = new LinkedHashMap<Line, Mark>();
        Map<String, List<Line>> bySubject = page.lines().stream()
                .collect(Collectors.groupingBy(line -> line.id().replaceAll("=.*", "")));
        bySubject.values().forEach(lines -> {
            boolean one = lines.get(0).target() instanceof Line.Answer answer
                    && answer.setting().question() instanceof Question.Choice;
            boolean single = lines.get(0).target() instanceof Line.Entry
                    || !(((Line.Answer) lines.get(0).target()).setting().question() instanceof Question.Choices);
            boolean open = random.nextInt(6) == 0;
            int chosen = random.nextInt(lines.size() * 2);
            for (int i = 0; i < lines.size(); i++) {
                boolean ticked = one ? i == chosen : random.nextInt(4) == 0;
                Mark others = open ? Mark.OPEN : Mark.NO;
                ticks.put(lines.get(i), ticked && !(open && single) ? Mark.YES : others);
            }
        });
        return ticks;
    }
}
