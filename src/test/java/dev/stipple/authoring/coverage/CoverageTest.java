package dev.stipple.authoring.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.Planted;
import dev.stipple.authoring.Shipped;
import dev.stipple.authoring.scenario.Evaluated;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.RulesFolder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

public final class CoverageTest {
    private static final Contents SMALL = Contents.read(Planted.clean());

    @Test
    void namesWhatNoScenarioHasSeenWithItsPlace() {
        Coverage coverage = Coverage.of(SMALL, Scenarios.load(SMALL));

        var gaps = coverage.suggest(coverage.missing());

        assertThat(gaps).extracting(gap -> gap.get(0)).contains("skin.drl:3:1: SKI-01 never fires");
    }

    @Test
    void aProposedScenarioComesOutAsItSaysAndClosesTheGap() {
        Coverage coverage = Coverage.of(SMALL, Scenarios.load(SMALL));
        Contents filled = Contents.read(with(SMALL.folder(), coverage.suggest(coverage.missing())));

        Coverage after = Coverage.of(filled, Scenarios.load(filled));

        assertThat(after.missing()).isEmpty();
        assertThat(Scenarios.load(filled).all())
                .allSatisfy(scenario -> assertThat(
                                Evaluated.of(filled, scenario.answers()).verdict())
                        .isEqualTo(scenario.expected().verdict()));
    }

    @Test
    void thePageMarksTheLineOfAGap() {
        String page = CoveragePage.write(Coverage.of(SMALL, Scenarios.load(SMALL)));

        assertThat(page).contains("<mark title=\"SKI-01 never fires\">rule &quot;skin: a rash&quot;</mark>");
    }

    @Test
    void evaluationAndDroolsAgreeOnEveryScenario() {
        for (Scenario scenario : Shipped.SCENARIOS.all()) {
            var fired = Shipped.rulebook().findings(scenario.answers()).stream()
                    .map(finding -> finding.rule().id())
                    .distinct()
                    .sorted()
                    .toList();

            assertThat(Evaluated.of(Shipped.CONTENTS, scenario.answers()).effective())
                    .as(scenario.name())
                    .extracting(rule -> rule.id())
                    .containsExactlyInAnyOrderElementsOf(fired);
        }
    }

    /** The folder with the scenarios of these gaps, those that were found. */
    public static RulesFolder with(RulesFolder folder, List<List<String>> gaps) {
        var lines = new ArrayList<>(List.of("scenarios:"));
        var seen = new ArrayList<String>();
        for (List<String> gap : gaps) {
            var scenario =
                    gap.stream().dropWhile(line -> !line.startsWith("- name")).toList();
            String name = scenario.isEmpty() ? "" : scenario.get(0);
            if (!scenario.isEmpty() && !seen.contains(name)) {
                seen.add(name);
                lines.addAll(scenario);
            }
        }
        return folder.with("added.scenarios.yaml", String.join("\n", lines) + "\n");
    }
}
