package dev.stipple.authoring.scenario;

import dev.stipple.rule.Verdict;
import dev.stipple.rule.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to come out for the person of a scenario.
 *
 * @param rules ids of rules that have to fire
 * @param notRules ids of rules that must not
 * @param recommends ids of rules of the plan that have to fire
 * @param delay the longest wait that a finding names; null where the scenario does not say
 */
public record Expectation(
        Verdict verdict,
        List<String> rules,
        List<String> notRules,
        List<String> recommends,
        @Nullable Wait delay) {}
