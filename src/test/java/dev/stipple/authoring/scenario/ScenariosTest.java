package dev.stipple.authoring.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.Shipped;
import dev.stipple.reasoning.outlook.Reasoner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class ScenariosTest {
    @TestFactory
    Stream<DynamicTest> everyScenarioComesOut() {
        var assessor = new Assessor(Shipped.rulebook(), new Reasoner(Shipped.rulebook()), Outlook.Depth.VERDICTS);

        return Shipped.SCENARIOS.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.place() + " " + scenario.name(), () -> {
                    var result = ScenarioResult.of(scenario, assessor);

                    assertThat(result.differences())
                            .as(() -> String.join("\n", new ScenarioReport(result).lines()))
                            .isEmpty();
                }));
    }
}
