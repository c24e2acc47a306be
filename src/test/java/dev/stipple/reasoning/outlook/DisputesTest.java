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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("whole")
class DisputesTest {
    @Test
    void whatHangsOnContradictedSourcesIsWhatIsPossibleWithoutTheirRules() {
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
        assertThat(dispute.without())
                .isEqualTo(
                        possible(oracle, completions, contested(oracle.rules().deciding())));
        assertThat(dispute.findings().keySet()).isEqualTo(contested(fired));
        dispute.findings()
                .forEach((rule, possible) ->
                        assertThat(possible).as(rule).isEqualTo(possible(oracle, completions, Set.of(rule))));
    }

    private static Set<String> contested(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> !rule.otherwise().isEmpty())
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    private static List<Rule> fired(Rules rules, Answers answers) {
        var evaluation = new Evaluation(answers, null);
        return rules.deciding().stream()
                .filter(rule -> evaluation.holds(rule.condition()))
                .toList();
    }

    /** A rule that is left out only lets its factor speak, as one that supports does. */
    private static Set<Verdict> possible(BruteForce oracle, List<Answers> completions, Set<String> out) {
        Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
        for (Answers each : completions) {
            var rules = fired(oracle.rules(), each).stream()
                    .map(rule -> out.contains(rule.id())
                            ? RandomRules.rule(rule.id(), rule.factor(), Effect.SUPPORTS, rule.condition())
                            : rule)
                    .toList();
            possible.add(Conclusion.of(rules, oracle.rules().factors()));
        }
        return possible.isEmpty() ? Set.of(Verdict.UNDECIDED) : possible;
    }
}
