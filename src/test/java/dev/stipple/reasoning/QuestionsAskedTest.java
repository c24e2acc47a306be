package dev.stipple.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.Entry;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.assessment.Conclusion;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many questions are asked until the verdict is settled, and that it is the one after all questions: on people made up
 * at random, and on people whom little speaks against, with a few answers changed. Some by default, thousands with
 * {@code -Dasked.people=2000}.
 */
@Tag("whole")
class QuestionsAskedTest {
    private static final int PEOPLE = Integer.getInteger("asked.people", 20);
    private static final long SEED = Long.getLong("seed", 20_261_120L);
    private static final Rulebook RULEBOOK = Shipped.rulebook();
    private static final Reasoner REASONER = new Reasoner(RULEBOOK);
    private static final List<Answers> FAVOURABLE =
            List.copyOf(Scenarios.load(RULEBOOK.contents()).people().values());

    private static final class Sum {
        private int chosen;
        private int fixed;
    }

    @Test
    void theVerdictIsSettledByFewerQuestionsAndIsTheOneAfterAllOfThem() {
        var random = new Sum();
        var plausible = new Sum();
        for (int i = 0; i < PEOPLE; i++) {
            try {
                ask(
                        i % 2 == 0
                                ? new GeneratedPeople(RULEBOOK.questionnaire(), SEED + i).complete()
                                : plausible(SEED + i),
                        i % 2 == 0 ? random : plausible);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + (SEED + i) + ": " + e.getMessage(), e);
            }
        }
        print("at random", random);
        print("plausible", plausible);

        assertThat(random.chosen).isLessThan(random.fixed);
        assertThat(plausible.chosen).isLessThan(plausible.fixed);
    }

    private static void print(String who, Sum sum) {
        System.out.printf(
                Locale.ROOT,
                "questions until the verdict is settled, %d people %s from seed %d: %.1f on average, %.1f in the order of"
                        + " the questionnaire%n",
                PEOPLE / 2,
                who,
                SEED,
                sum.chosen / (PEOPLE / 2.0),
                sum.fixed / (PEOPLE / 2.0));
    }

    private static void ask(Answers person, Sum sum) {
        Verdict after = Conclusion.of(
                RULEBOOK.findings(person).stream().map(Finding::rule).toList(),
                RULEBOOK.factors().keySet());
        sum.chosen += questions(person, after, REASONER::next);
        sum.fixed += questions(person, after, QuestionsAskedTest::first);
    }

    /** The number of questions asked, the verdict then being the one after all of them. */
    private static int questions(Answers person, Verdict after, Function<Answers, Optional<Slot>> next) {
        Answers answers = Answers.none(person.questionnaire());
        int asked = 0;
        while (REASONER.possible(answers).size() > 1) {
            answers = answered(answers, person, next.apply(answers).orElseThrow());
            asked++;
        }
        assertThat(REASONER.possible(answers)).containsExactly(after);
        assertThat(REASONER.deciding(answers)).isEmpty();
        return asked;
    }

    /** The first question in the order of the questionnaire that is asked and not answered. */
    private static Optional<Slot> first(Answers answers) {
        return answers.unanswered().stream()
                .filter(slot -> slot.question() == null
                        || answers.asked(
                                        slot.question(),
                                        answers.entries(slot.group()).get(slot.entry()))
                                == Asked.YES)
                .findFirst();
    }

    private static Answers answered(Answers answers, Answers person, Slot slot) {
        if (slot.question() != null) {
            return answers.with(slot, person.value(slot).orElseThrow());
        }
        int entries = person.entries(slot.group()).size();
        return answers.with(slot.group(), Collections.nCopies(entries, Entry.EMPTY));
    }

    /** A person of the scenarios with up to five answers changed. */
    private static Answers plausible(long seed) {
        var random = new Random(seed);
        var people = new GeneratedPeople(RULEBOOK.questionnaire(), seed);
        Answers answers = FAVOURABLE.get(random.nextInt(FAVOURABLE.size()));
        for (int i = 0; i < random.nextInt(6); i++) {
            var slots = answers.slots().stream()
                    .filter(slot -> slot.question() != null)
                    .toList();
            Slot slot = slots.get(random.nextInt(slots.size()));
            Answers changed = answers;
            if (answers.value(slot).isPresent()) {
                changed = answers.with(slot, people.value(Objects.requireNonNull(slot.question())));
            }
            answers = changed.applicable();
        }
        return people.completed(answers);
    }
}
