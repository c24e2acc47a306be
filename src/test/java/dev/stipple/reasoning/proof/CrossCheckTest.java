package dev.stipple.reasoning.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.reasoning.BruteForce;
import dev.stipple.reasoning.RandomRules;
import dev.stipple.reasoning.outlook.ReasonerTest;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossCheckTest {
    @Test
    void theFormulaAgreesWithTheConditions() {
        for (long seed = 0; seed < ReasonerTest.RULEBOOKS; seed++) {
            var rules = new RandomRules(seed).rules();

            assertThat(CrossCheck.of(rules, RuleRunner.of(rules)))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void anEngineThatMisreadsOneComparisonIsFoundOut() {
        int missed = 0;
        int misread = 0;
        for (long seed = 0; seed < 100; seed++) {
            var rules = new RandomRules(seed).rules();
            var oracle = new BruteForce(rules);
            for (Rule rule : rules.all()) {
                for (Condition variant : JustFailing.of(rule)) {
                    var engine = RuleRunner.of(with(rules, rule, variant));
                    var all = oracle.completions(dev.stipple.answers.Answers.none(rules.questionnaire()));
                    boolean differs = all.stream()
                            .anyMatch(answers -> !engine.fire(answers)
                                    .rules()
                                    .equals(RuleRunner.of(rules).fire(answers).rules()));
                    misread += differs ? 1 : 0;
                    missed += differs && CrossCheck.of(rules, engine).isEmpty() ? 1 : 0;
                }
            }
        }

        assertThat(misread).isGreaterThan(50);
        assertThat(missed).isZero();
    }

    private static Rules with(Rules rules, Rule rule, Condition condition) {
        var all = new ArrayList<>(rules.all());
        all.replaceAll(each ->
                each.equals(rule) ? RandomRules.rule(rule.id(), rule.factor(), rule.effect(), condition) : each);
        return new Rules(rules.questionnaire(), List.copyOf(all), rules.factors());
    }
}
