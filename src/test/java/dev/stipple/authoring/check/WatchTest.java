package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.Planted;
import dev.stipple.authoring.scenario.AffectedScenarios;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("whole")
final class WatchTest {
    @Test
    void aSaveAffectsTheScenariosOfItsFactorAndThoseWhereOtherRulesFire() {
        Contents before = Contents.read(Planted.clean());
        String scars = before.folder().text("scars.drl").replace("monthsOld < 6", "monthsOld < 5");
        Contents now = Contents.read(before.folder().with("scars.drl", scars));

        assertThat(new AffectedScenarios(before).affected(now, Scenarios.load(now)))
                .extracting(Scenario::name)
                .containsExactly("A scar of five months waits one more");
    }

    @Test
    void aReportSaysWhatFailsAfterASave(@TempDir Path folder) throws IOException {
        RunningService.copy(Planted.ROOT.resolve("base"), folder);
        var watch = new Watch(folder, rulebook -> new Assessor(rulebook, new Reasoner(rulebook)));

        assertThat(watch.report()).containsExactly("11 rules, no faults; 3 scenarios affected, 0 failed");

        Path age = folder.resolve("age.drl");
        Files.writeString(age, Files.readString(age).replace("ageYears < 18", "ageYears < 17"));
        assertThat(watch.report()).anyMatch(line -> line.contains("At seventeen it is too early"));

        Files.writeString(age, Files.readString(age).replace("ageYears < 17", "ageYears < \"17\""));
        assertThat(watch.report()).singleElement().asString().contains("age.drl:9:24: ");
    }
}
