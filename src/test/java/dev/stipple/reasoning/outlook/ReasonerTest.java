package dev.stipple.reasoning.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.answers.Answers;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.answers.PartlyKnown;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.BruteForce;
import dev.stipple.reasoning.RandomRules;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("whole")
public class ReasonerTest {
    /** How many random rulebooks are tried; more with -Dreasoner.rulebooks=6000. */
    public static final int RULEBOOKS = Integer.getInteger("reasoner.rulebooks", 300);

    private static final long SEED = Long.getLong("reasoner.seed", 4);
    private static final int MOST_COMPLETIONS = 600;

    /** Tries something on partial answers to many random rulebooks. */
    public static void onRandomRulebooks(BiConsumer<BruteForce, Answers> claim) {
        for (int i = 0; i < RULEBOOKS; i++) {
            onRandomRulebook(SEED * 1_000_000 + i, claim);
        }
    }

    private static void onRandomRulebook(long seed, BiConsumer<BruteForce, Answers> claim) {
        var rules = new RandomRules(seed).rules();
        var people = new GeneratedPeople(rules.questionnaire(), seed);
        var random = new Random(seed);
        for (int person = 0; person < 4; person++) {
            Answers answers = PartlyKnown.of(people.partial(random.nextDouble()), new Random(seed + person));
            try {
                claim.accept(new BruteForce(rules), answers);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", answers " + answers.json(), e);
            }
        }
    }

    /** The solver alone, and the diagram with the solver behind it. */
    static List<Reasoner> both(BruteForce oracle) {
        return List.of(Reasoner.ofSolver(oracle.rules()), new Reasoner(oracle.rules()));
    }

    private static Set<String> pointers(List<Slot> slots) {
        return slots.stream().map(Slot::pointer).collect(Collectors.toSet());
    }

    @Test
    void possibleVerdictsAreThoseOfAllCompletions() {
        onRandomRulebooks((oracle, answers) -> {
            Set<Verdict> possible = oracle.possible(answers);

            assertThat(both(oracle))
                    .allSatisfy(reasoner -> assertThat(reasoner.possible(answers))
                            .isEqualTo(possible.isEmpty() ? Set.of(Verdict.UNDECIDED) : possible));
        });
    }

    @Test
    void whatFiresForSomeCompletionMayHold() {
        onRandomRulebooks((oracle, answers) -> {
            var evaluation = new Evaluation(answers, null);
            List<Answers> completions = oracle.completions(answers);
            if (completions.size() <= MOST_COMPLETIONS) {
                oracle.rules().deciding().stream()
                        .filter(rule -> !evaluation.mayHold(rule.condition()))
                        .forEach(rule -> assertThat(completions)
                                .noneMatch(each -> new Evaluation(each, null).holds(rule.condition())));
            }
        });
    }

    @Test
    void exactlyTheQuestionsThatCanMatterAreDeciding() {
        onRandomRulebooks((oracle, answers) -> {
            if (oracle.completions(answers).size() > MOST_COMPLETIONS) {
                return;
            }
            var relevant = answers.unanswered().stream()
                    .filter(slot -> oracle.isRelevant(answers, slot))
                    .toList();

            assertThat(both(oracle))
                    .allSatisfy(reasoner ->
                            assertThat(pointers(reasoner.deciding(answers))).isEqualTo(pointers(relevant)));
        });
    }

    @Test
    void aReasonForcesTheVerdictAndNothingInItCanBeLeftOut() {
        onRandomRulebooks((oracle, answers) -> {
            Set<Verdict> possible = oracle.possible(answers);
            for (Reasoner reasoner : both(oracle)) {
                Set<String> reason = pointers(reasoner.reason(answers));
                if (possible.size() == 1) {
                    assertIrreducible(
                            oracle, answers, reason, possible.iterator().next());
                } else {
                    assertThat(reason).isEmpty();
                }
            }
        });
    }

    private static void assertIrreducible(BruteForce oracle, Answers answers, Set<String> reason, Verdict verdict) {
        assertThat(oracle.isForced(answers, reason, verdict)).isTrue();
        for (String slot : reason) {
            var rest = reason.stream().filter(other -> !other.equals(slot)).collect(Collectors.toSet());
            assertThat(oracle.isForced(answers, rest, verdict)).as(slot).isFalse();
        }
    }

    @Test
    void exactlyTheAnswersThatCouldNotHaveMatteredAreIdle() {
        onRandomRulebooks(ReasonerTest::assertIdle);
    }

    /** The entries' questions are asked because of another answer, and so tell of it though no verdict stands on them. */
    @Test
    void aGroupWhoseEntriesTellOfAnotherAnswerIsNotIdle() {
        onRandomRulebook(5_000_861, ReasonerTest::assertIdle);
    }

    private static void assertIdle(BruteForce oracle, Answers answers) {
        int completions = oracle.completions(answers).size();
        if (completions == 0 || completions > MOST_COMPLETIONS) {
            return;
        }
        var idle = answers.slots().stream()
                .filter(slot -> slot.question() == null
                        ? answers.answered(slot.group())
                        : answers.value(slot).isPresent())
                .filter(slot -> oracle.isIdle(answers, slot))
                .toList();

        assertThat(both(oracle))
                .allSatisfy(
                        reasoner -> assertThat(pointers(reasoner.idle(answers))).isEqualTo(pointers(idle)));
    }
}
