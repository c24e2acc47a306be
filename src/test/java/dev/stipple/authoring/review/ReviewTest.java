package dev.stipple.authoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.text.RulesFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReviewTest {
    @Test
    void nothingIsOpenWhereNothingChanged() {
        Review review = Review.of(Small.rulebook(), Small.folder());

        assertThat(review.gates())
                .extracting(Gate::name)
                .containsExactly("check", "scenarios", "proof", "coverage", "mutation");
        assertThat(review.text())
                .contains(
                        "| check | holds | 11 rules, no faults |",
                        "| coverage | holds | 53 %, 0 new gaps |",
                        "| mutation | holds | 100.0 % of what the changed rules could say instead is noticed, 0 not |",
                        "No verdict changes: proved for every complete set of answers.",
                        "0 added, 0 changed, 0 removed.");
    }

    @Test
    void anotherThresholdIsToldWithTheScenarioThatFailsAndWhoseVerdictChanges() {
        Review review = Review.of(Small.rulebook(), Small.with("age.drl", "ageYears < 18", "ageYears < 21"));

        assertThat(review.holds()).isFalse();
        assertThat(review.text())
                .contains("    ADULT with person.ageYears 20", "### AGE-01 age: under age, changed")
                .anyMatch(line -> line.startsWith("- [ ] reads well, fr: "))
                .anyMatch(line -> line.startsWith("- [ ] the source says so: "));
    }

    @Test
    void aChangeThatNoScenarioNoticesIsAGapAndSoAreItsMutations() {
        Review review = Review.of(Small.rulebook(), Small.with("age.drl", "yearsOfSmoking > 10", "yearsOfSmoking > 8"));

        assertThat(review.faults())
                .extracting(fault -> fault.kind() + " " + fault.problem())
                .contains(
                        "coverage no scenario sees this: AGE-03: nobody has person.yearsOfSmoking 8, at its threshold",
                        "mutation AGE-03: no scenario notices that '8' becomes '9'");
        assertThat(review.text())
                .as("a scenario that sees it, ready to paste")
                .anyMatch(line -> line.startsWith("- name: \"FILL IN: AGE-03: nobody has person.yearsOfSmoking 8"));
    }

    @Test
    void otherWordsAreToBeRead() {
        Review review = Review.of(Small.rulebook(), Small.with("skin.fr.yaml", "Faites-la soigner", "Montrez-la"));

        assertThat(review.text())
                .contains(
                        "0 added, 1 changed, 0 removed.",
                        "### SKI-01 skin: a rash, changed",
                        "- [ ] reads well, fr: Éruption: Montrez-la.");
    }

    @Test
    @Tag("whole")
    void ofTheShippedRulesOtherWordsHold() {
        RulesFolder shipped = Shipped.contents().folder();

        Review review = Review.of(Shipped.rulebook(), Small.with(shipped, "age.fr.yaml", "title: ", "title: très "));

        assertThat(review.holds()).as(String.join("\n", review.text())).isTrue();
        assertThat(review.faults()).isEmpty();
        assertThat(review.text())
                .contains("0 added, 1 changed, 0 removed.")
                .noneMatch(line -> line.contains("is open"));
    }

    @Test
    void rulesWithFaultsAreReviewedNoFurther() {
        Review review = Review.of(Small.rulebook(), Small.with("age.drl", "ageYears", "ageYear"));

        assertThat(review.gates()).hasSize(1);
        assertThat(review.holds()).isFalse();
        assertThat(review.faults())
                .isNotEmpty()
                .allMatch(fault -> fault.place().file().equals("age.drl"));
    }
}
