package dev.stipple.reasoning.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Conclusion;
import dev.stipple.assessment.Outlook;
import dev.stipple.reasoning.BruteForce;
import dev.stipple.reasoning.RandomRules;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("whole")
class DisputesTest {
    @Test
    void whatHangsOnContradictedRulesIsWhatIsPossibleWhereTheirSourcesAreFollowed() {
        ReasonerTest.onRandomRulebooks((oracle, answers) -> {
            List<Rule> fired = fired(oracle.rules(), answers);
            List<Answers> completions = oracle.completions(answers);
            if (completions.stream()
                    .anyMatch(each -> !fired(oracle.rules(), each).containsAll(fired))) {
                return;
            }
            for (Reasoner reasoner : ReasonerTest.both(oracle)) {
                assertDispute(
                        oracle,
                        completions,
                        fired,
                        reasoner.of(answers, Outlook.Depth.WHOLE).dispute());
            }
        });
    }

    private static void assertDispute(
            BruteForce oracle, List<Answers> completions, List<Rule> fired, Outlook.Dispute dispute) {
        assertThat(dispute.all()).isEqualTo(swayed(oracle, completions, rule -> true));
        assertThat(dispute.findings().keySet())
                .isEqualTo(fired.stream()
                        .filter(rule -> !rule.otherwise().isEmpty())
                        .map(Rule::id)
                        .collect(Collectors.toSet()));
        dispute.findings()
                .forEach((id, swayed) -> assertThat(swayed)
                        .as(id)
                        .isEqualTo(swayed(oracle, completions, rule -> rule.id().equals(id))));
    }

    private static List<Rule> fired(Rules rules, Answers answers) {
        var evaluation = new Evaluation(answers, null);
        return rules.deciding().stream()
                .filter(rule -> evaluation.holds(rule.condition()))
                .toList();
    }

    private static Outlook.Swayed swayed(BruteForce oracle, List<Answers> completions, Predicate<Rule> those) {
        return new Outlook.Swayed(
                possible(oracle, completions, those, Effect::compareTo),
                possible(oracle, completions, those, Comparator.reverseOrder()));
    }

    /** Of a rule's own effect and those of its sources, the last in this order; a silent source is as one that supports. */
    private static Set<Verdict> possible(
            BruteForce oracle, List<Answers> completions, Predicate<Rule> those, Comparator<Effect> order) {
        Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
        for (Answers each : completions) {
            var rules = fired(oracle.rules(), each).stream()
                    .map(rule -> those.test(rule) ? swayed(rule, order) : rule)
                    .toList();
            possible.add(Conclusion.of(rules, oracle.rules().factors()));
        }
        return possible.isEmpty() ? Set.of(Verdict.UNDECIDED) : possible;
    }

    private static Rule swayed(Rule rule, Comparator<Effect> order) {
        Effect effect = Stream.concat(
                        Stream.ofNullable(rule.effect()),
                        rule.otherwise().stream()
                                .map(dissent -> dissent.effect() == null ? Effect.SUPPORTS : dissent.effect()))
                .max(order)
                .orElseThrow();
        return RandomRules.rule(rule.id(), rule.factor(), effect, rule.condition());
    }
}
