package dev.stipple.authoring.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.interview.Budget;
import dev.stipple.interview.Interview;
import dev.stipple.interview.Walk;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The interview of the shipped rules is as short as it promises, and asks everybody what matters for safety. */
class WalksTest {
    private static final int PEOPLE = Integer.getInteger("people", 200);
    private static final Reasoner REASONER = new Reasoner(Shipped.rulebook());
    private static final Interview INTERVIEW = Shipped.rulebook().interview();

    @Test
    void theBudgetIsKept() {
        Walks walks = Walks.of(Shipped.rulebook(), REASONER, PEOPLE, 1);

        Walk easiest = Objects.requireNonNull(walks.named().get("BALD_MAN"));
        System.out.println("median " + walks.median() + " pages, most " + walks.most() + "; BALD_MAN "
                + easiest.turned() + " pages and " + easiest.taps() + " taps");
        assertThat(walks.overBudget()).isEmpty();
    }

    @Test
    void whatExceedsTheBudgetIsNamed() {
        Walks walks = Walks.of(Shipped.rulebook(), REASONER, 3, 1);
        var strict = new Interview(
                INTERVIEW.sections(),
                INTERVIEW.afterwards(),
                INTERVIEW.recap(),
                INTERVIEW.help(),
                INTERVIEW.ends(),
                new Budget("BALD_MAN", 9, 9, 9, 9));

        assertThat(new Walks(strict, walks.named(), walks.others()).overBudget())
                .hasSize(4)
                .first()
                .isEqualTo("pages of BALD_MAN: 16, where 9 are allowed");
    }

    @Test
    void nobodyTurnsMoreThanTwentyOnePagesHoweverMuchTheyHaveToTell() {
        assertThat(people().map(WalksTest::walk))
                .allSatisfy(walk ->
                        assertThat(walk.turned()).as(walk.pages().toString()).isLessThanOrEqualTo(21));
    }

    @Test
    void theTopicChangesAtMostAsOftenAsThereAreSections() {
        assertThat(people().map(WalksTest::walk))
                .allSatisfy(walk -> assertThat(walk.sections())
                        .isLessThanOrEqualTo(INTERVIEW.sections().size()));
    }

    @Test
    void whoIsTooYoungIsToldSoAndAskedNothingOfHealth() {
        people().filter(WalksTest::isTooYoung).forEach(person -> {
            Walk walk = walk(person);

            assertThat(List.of("look", "style", "you")).containsAll(walk.pages());
            assertThat(REASONER.possible(walk.told())).containsExactly(Verdict.NOT_SUITABLE);
        });
        assertThat(people().filter(WalksTest::isTooYoung)).isNotEmpty();
    }

    @Test
    void whatIsSafetyCriticalIsAskedOfEverybodyElse() {
        people().filter(person -> !isTooYoung(person)).forEach(person -> {
            Walk walk = walk(person);

            assertThat(unasked(walk)).as(walk.pages().toString()).isEmpty();
            assertThat(walk.pages()).contains("drugs", "soon", "illnesses");
        });
    }

    @Test
    void whoTakesABloodThinnerOrIsToHaveAnOperationWasAsked() {
        people().filter(person -> !isTooYoung(person)).forEach(person -> {
            Answers told = walk(person).told();

            for (String group : List.of("medicines", "conditions", "allergies")) {
                var kinds = Shipped.contents()
                        .questionnaire()
                        .closed(group + ".kind")
                        .orElseThrow();
                var own = Shipped.contents().questionnaire().group(group).orElseThrow();
                assertThat(told.entries(own).stream().map(entry -> entry.value(kinds)))
                        .hasSameElementsAs(person.entries(own).stream()
                                .map(entry -> entry.value(kinds))
                                .toList());
            }
            assertThat(of(told, "health.planned")).isEqualTo(of(person, "health.planned"));
        });
    }

    @Test
    void whoIsNotSureOfAnythingReachesTheEnd() {
        Walk walk = walk(Answers.none(Shipped.contents().questionnaire()));

        assertThat(unasked(walk)).isEmpty();
        assertThat(walk.told().json()).isEmpty();
    }

    private static boolean isTooYoung(Answers person) {
        return INTERVIEW.ends().stream().anyMatch(person::meets);
    }

    private static Object of(Answers answers, String path) {
        var question = Shipped.contents().questionnaire().closed(path).orElseThrow();
        var group = Shipped.contents().questionnaire().group(question.group()).orElseThrow();
        return answers.value(new Slot(group, 0, question));
    }

    private static List<Slot> unasked(Walk walk) {
        return walk.told().slots().stream()
                .filter(Slot::isSafetyCritical)
                .filter(slot -> walk.told().isUnknown(slot) && walk.told().asked(slot) == Asked.YES)
                .filter(slot -> !walk.passed().contains(slot))
                .toList();
    }

    private static Walk walk(Answers person) {
        return Walks.walk(INTERVIEW, REASONER, person);
    }

    private static Stream<Answers> people() {
        return IntStream.range(0, PEOPLE)
                .mapToObj(seed -> new GeneratedPeople(Shipped.contents().questionnaire(), seed).complete());
    }
}
