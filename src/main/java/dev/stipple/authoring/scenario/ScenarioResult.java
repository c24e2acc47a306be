package dev.stipple.authoring.scenario;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Wait;
import dev.stipple.text.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario came out.
 *
 * @param differences what came out otherwise than expected; none where the scenario passed
 */
public record ScenarioResult(Scenario scenario, Assessment assessment, List<String> differences) {

    /** Runs one scenario. */
    public static ScenarioResult of(Scenario scenario, Assessor assessor) {
        Assessment assessment = assessor.assess(scenario.answers());
        return new ScenarioResult(scenario, assessment, differences(scenario.expected(), assessment));
    }

    public boolean passed() {
        return differences.isEmpty();
    }

    /** The failure as a fault of the rules folder, at the scenario. */
    public Fault fault() {
        return new Fault(
                scenario.place(),
                "scenario",
                "'" + scenario.name() + "' fails: " + String.join("; ", differences),
                "mend the rule, or what the scenario expects");
    }

    private static List<String> differences(Expectation expected, Assessment assessment) {
        var differences = new ArrayList<String>();
        Set<String> fired = Stream.concat(assessment.findings().stream(), assessment.recommendations().stream())
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
        if (assessment.verdict() != expected.verdict()) {
            differences.add("expected " + expected.verdict() + ", came out as " + assessment.verdict());
        }
        Stream.concat(expected.rules().stream(), expected.recommends().stream())
                .filter(id -> !fired.contains(id))
                .map(id -> "expected " + id + " to fire, and it did not: " + at(id, assessment))
                .forEach(differences::add);
        expected.notRules().stream()
                .filter(fired::contains)
                .map(id -> "expected " + id + " not to fire, and it did: " + at(id, assessment))
                .forEach(differences::add);
        if (expected.delay() != null && !expected.delay().equals(longest(assessment))) {
            differences.add(
                    "expected a wait of " + text(expected.delay()) + ", came out as " + text(longest(assessment)));
        }
        return List.copyOf(differences);
    }

    private static String at(String id, Assessment assessment) {
        return assessment
                .rulebook()
                .rule(id)
                .map(rule -> rule.span().place() + " " + rule.name())
                .orElse("unknown");
    }

    private static @Nullable Wait longest(Assessment assessment) {
        return assessment.findings().stream()
                .map(Finding::delay)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String text(@Nullable Wait wait) {
        return wait == null ? "none" : wait.amount() + " " + wait.unit().key();
    }
}
