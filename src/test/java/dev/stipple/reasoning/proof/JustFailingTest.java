package dev.stipple.reasoning.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.answers.Answers;
import dev.stipple.reasoning.BruteForce;
import dev.stipple.reasoning.RandomRules;
import dev.stipple.reasoning.outlook.ReasonerTest;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JustFailingTest {
    @Test
    void eachComparisonInTurnIsTurnedRoundAndNothingElse() {
        for (long seed = 0; seed < ReasonerTest.RULEBOOKS; seed++) {
            for (Rule rule : new RandomRules(seed).rules().all()) {
                List<Comparison> before = comparisons(rule.condition());
                List<Condition> variants = JustFailing.of(rule);

                assertThat(variants).as("seed " + seed).hasSameSizeAs(before);
                for (int i = 0; i < variants.size(); i++) {
                    List<Comparison> after = comparisons(variants.get(i));
                    int turned = i;
                    assertThat(after).hasSameSizeAs(before);
                    assertThat(IntStream.range(0, after.size())
                                    .filter(at -> !after.get(at).equals(before.get(at))))
                            .as("seed " + seed)
                            .containsExactly(turned);
                }
            }
        }
    }

    @Test
    void aComparisonTurnedRoundHoldsOfTheAnswersOfWhichItDidNot() {
        for (long seed = 0; seed < ReasonerTest.RULEBOOKS; seed++) {
            var rules = new RandomRules(seed).rules();
            List<Answers> people = new BruteForce(rules).completions(Answers.none(rules.questionnaire()));
            for (Rule rule : rules.deciding()) {
                if (rule.condition() instanceof Condition.All all
                        && all.parts().size() == 1
                        && all.parts().get(0) instanceof Condition.Matches matches
                        && !matches.pattern().group().repeats()
                        && matches.pattern().constraint() instanceof Comparison comparison) {
                    Condition turned = JustFailing.of(rule).get(0);
                    assertThat(people.stream()
                                    .filter(person -> person.entries(
                                                    matches.pattern().group())
                                            .get(0)
                                            .value(comparison.question())
                                            .isPresent()))
                            .as("seed " + seed + ", " + rule.id())
                            .allMatch(person -> holds(person, turned) != holds(person, rule.condition()));
                }
            }
        }
    }

    private static boolean holds(Answers person, Condition condition) {
        return new Evaluation(person, null).holds(condition);
    }

    private static List<Comparison> comparisons(Condition condition) {
        return condition
                .patterns()
                .flatMap(pattern -> pattern.constraint().comparisons())
                .toList();
    }
}
