package dev.stipple.authoring.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ImpactPlanTest {
    @Test
    void aKindOfChangeIsToldWithItsRuleAndAnOrdinaryPerson() {
        var lines = lines(Small.rulebook(), Small.with("age.drl", "ageYears < 18", "ageYears < 21"));

        assertThat(lines)
                .anyMatch(line -> line.matches("STRICTER SUITABLE -> NOT_SUITABLE: \\d+ of 1,000 made-up people"))
                .contains("  age.drl:3:1 AGE-01 says NOT_SUITABLE", "    ADULT with person.ageYears 20");
    }

    @Test
    void aRuleThatNoLongerSpeaksIsTold() {
        var lines = lines(Small.rulebook(), Small.with("age.drl", "ageYears < 18", "ageYears < 10"));

        assertThat(lines).contains("  age.drl:3:1 AGE-01 no longer says NOT_SUITABLE");
    }

    @Test
    void thatNoVerdictChangesIsProved() {
        assertThat(lines(Small.rulebook(), Small.folder()))
                .containsExactly("No verdict changes: proved for every complete set of answers.");
    }

    @Test
    @Tag("whole")
    void oneThresholdOfTheShippedRulesFitsOnAPage() {
        RulesFolder changed = Small.with(
                Small.with(Shipped.contents().folder(), "transplants.drl", "monthsAgo < 6", "monthsAgo < 8"),
                "transplants.drl",
                "waitMonths(6 -",
                "waitMonths(8 -");

        assertThat(lines(Shipped.rulebook(), changed))
                .hasSizeLessThan(40)
                .anyMatch(line -> line.matches("  transplants\\.drl:\\d+:1 TRA-02 says DEFER"))
                .anyMatch(line -> line.startsWith("    BALD_MAN with transplants [{"));
    }

    private static List<String> lines(Rulebook before, RulesFolder after) {
        Rulebook changed = Rulebook.load(after);
        return ImpactPlan.between(before, changed, Scenarios.load(changed.contents()))
                .lines();
    }
}
