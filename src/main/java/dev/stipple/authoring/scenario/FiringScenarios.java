package dev.stipple.authoring.scenario;

import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which scenarios each rule fires, worked out once for all rules.
 *
 * @param byRule by the id of the rule, in the order of the scenarios
 */
public record FiringScenarios(Map<String, List<Scenario>> byRule) {
    public static FiringScenarios of(Contents contents, Scenarios scenarios) {
        var byRule = new HashMap<String, List<Scenario>>();
        for (Scenario scenario : scenarios.all()) {
            Evaluated.of(contents, scenario.answers())
                    .fired()
                    .forEach(rule -> byRule.computeIfAbsent(rule.id(), id -> new ArrayList<>())
                            .add(scenario));
        }
        return new FiringScenarios(byRule);
    }

    public List<Scenario> of(Rule rule) {
        return byRule.getOrDefault(rule.id(), List.of());
    }
}
