package dev.stipple.authoring.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.Planted;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScenarioResultTest {
    @Test
    void aFailureSaysWhatWasExpectedWhatCameOutAndWhy() {
        var result = result(
                "verdict: DEFER, rules: [SCR-02], wait: 1 month", "verdict: SUITABLE, rules: [AGE-03], wait: 2 months");

        assertThat(new ScenarioReport(result).lines())
                .containsExactly(
                        "age.scenarios.yaml:14:3: A scar of five months waits one more",
                        "    expected SUITABLE, came out as DEFER",
                        "    expected AGE-03 to fire, and it did not: age.drl:25:1 age: has smoked for long",
                        "    expected a wait of 2 months, came out as 1 months",
                        "  fired:",
                        "    DEFER: SCR-02 scars.drl:15:1 scars: a scar is recent",
                        "    SUPPORTS: AGE-02, SCR-04, SKI-02, SKI-03",
                        "  answers that mattered:",
                        "    /scars/0/monthsOld: 5",
                        "    /person/smokes: false",
                        "    /person/yearsOfSmoking: not asked");
    }

    @Test
    void aFailureStandsInTheJUnitFile() {
        var failed = result("rules: [SCR-02]", "notRules: [SCR-02]");

        assertThat(JUnitFile.write(List.of(failed)))
                .contains("tests=\"1\" failures=\"1\"", "<failure message=\"expected SCR-02 not to fire");
    }

    private static ScenarioResult result(String find, String put) {
        var folder = Planted.clean();
        String text = folder.text("age.scenarios.yaml").replace(find, put);
        Contents contents = Contents.read(folder.with("age.scenarios.yaml", text));
        Rulebook rulebook = Rulebook.compile(contents);
        var assessor = new Assessor(rulebook, new Reasoner(rulebook));
        return ScenarioResult.of(Scenarios.load(contents).all().get(2), assessor);
    }
}
