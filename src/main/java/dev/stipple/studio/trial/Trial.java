package dev.stipple.studio.trial;

import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.impact.ImpactPlan;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.reasoning.impact.Impact;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules as somebody edits them, compiled to be tried by hand. */
final class Trial {
    private final Rulebook rulebook;
    private final Scenarios scenarios;
    private final Assessor assessor;

    Trial(Rulebook rulebook, Scenarios scenarios, Assessor assessor) {
        this.rulebook = rulebook;
        this.scenarios = scenarios;
        this.assessor = assessor;
    }

    /** Runs a scenario: what it expected and did not get, or its verdict. */
    List<String> run(String file, String name) {
        return result(file, name)
                .map(result -> result.passed()
                        ? List.of(
                                "'" + name + "' passes: " + result.assessment().verdict())
                        : Stream.concat(Stream.of("'" + name + "' fails:"), result.differences().stream())
                                .toList())
                .orElseGet(() -> List.of(gone(name)));
    }

    /** Why its person is told that verdict and no milder one: the rules that fire on it, the strictest first. */
    List<String> why(String file, String name) {
        return result(file, name).map(Trial::why).orElseGet(() -> List.of(gone(name)));
    }

    private static List<String> why(ScenarioResult result) {
        Stream<Rule> fired = result.assessment().findings().stream()
                .map(finding -> finding.rule())
                .filter(rule -> rule.effect() != Effect.SUPPORTS)
                .sorted(Comparator.comparing(
                        rule -> Optional.ofNullable(rule.effect()).orElse(Effect.SUPPORTS)));
        return Stream.concat(
                        Stream.of(String.valueOf(result.assessment().verdict())),
                        fired.map(rule -> rule.effect() + " " + rule.id() + " at "
                                + rule.span().place() + ": " + rule.because().original()))
                .toList();
    }

    private Optional<ScenarioResult> result(String file, String name) {
        return scenarios.all().stream()
                .filter(each -> each.place().file().equals(file) && each.name().equals(name))
                .findFirst()
                .map((Scenario scenario) -> ScenarioResult.of(scenario, assessor));
    }

    private static String gone(String name) {
        return "there is no scenario '" + name + "' in this file any more";
    }

    /** Whose verdict these rules change. */
    List<String> changesSince(Rulebook before) {
        List<String> different = Impact.incomparable(before, rulebook);
        return different.isEmpty()
                ? ImpactPlan.between(before, rulebook, scenarios).lines()
                : List.of("questions have changed, so that people cannot be compared: " + String.join(", ", different));
    }
}
