package dev.stipple.reasoning.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stipple.Small;
import dev.stipple.assessment.Move;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.impact.Impact.Part;
import dev.stipple.reasoning.impact.Impact.Stretch;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImpactTest {
    private static final Rules RULES = SmallRules.rules();

    @Test
    void rulesThatComeToTheSameAreEquivalent() {
        var difference = between(SmallRules.with("skin.drl", "SkinTone.LIGHT", "SkinTone.MEDIUM"));

        assertThat(difference.isEquivalent()).isTrue();
        assertThat(difference.regions()).isEmpty();
    }

    @Test
    void questionsThatAreNotTheSameAreNamedAndNothingIsCompared() {
        for (String[] change : List.of(
                new String[] {"max: 600", "max: 500", "scars.monthsOld"},
                new String[] {"min: 0\n    max: 100", "min: 1\n    max: 100", "person.yearsOfSmoking"},
                new String[] {"person.smokes: [true]", "person.smokes: [false]", "person.yearsOfSmoking"})) {
            var other = SmallRules.with("questionnaire.yaml", change[0], change[1]);

            var difference = between(other);

            assertThat(difference.incomparable()).containsExactly(change[2]);
            assertThat(difference.regions()).isEmpty();
            assertThat(difference.isEquivalent()).isFalse();
        }
    }

    @Test
    void aRegionNamesEveryValueThatChangesAndSomebodyInIt() {
        var regions = between(SmallRules.with("age.drl", "ageYears < 18", "ageYears < 21"))
                .regions();

        assertThat(regions).isNotEmpty().allSatisfy(region -> {
            assertThat(region.move().to()).isEqualTo(Verdict.NOT_SUITABLE);
            assertThat(region.move().kind()).isEqualTo(Move.Kind.STRICTER);
            assertThat(region.parts())
                    .contains(new Part.Among(
                            RULES.questionnaire().closed("person.ageYears").orElseThrow(),
                            List.of(new Stretch(new Value.Quantity(18), new Value.Quantity(20)))));
            assertThat(region.example().json().toString()).contains("person={ageYears=18");
        });
        assertThat(regions)
                .extracting(region -> region.move().from())
                .containsOnly(Verdict.DEFER, Verdict.SUITABLE_WITH_CONDITIONS, Verdict.SUITABLE);
    }

    @Test
    void whatBecomesMilderComesFirst() {
        var regions = between(SmallRules.of(Small.with(
                        Small.with("age.drl", "Person( ageYears < 18 )", "Person( ageYears < 16 )"),
                        "age.drl",
                        "@effect(CONDITIONS)",
                        "@effect(DEFER)")))
                .regions();

        var milder = regions.stream()
                .map(region -> region.move().kind() == Move.Kind.MILDER)
                .toList();
        assertThat(milder).contains(true, false);
        assertThat(milder.indexOf(false)).isGreaterThan(milder.lastIndexOf(true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Person( ageYears < 18 )                              ; Person( ageYears < 21 )                             ; ageYears 18..20
            Person( ageYears < 18 )                              ; Person( ageYears < 18 || ageYears > 99 )            ; ageYears 100..120
            Person( ageYears < 18 )                              ; Person( ageYears in ( 3, 5, 6, 40, 41 ) )           ; ageYears 0..2,4..4,7..17
            Person( ageYears < 18 )                              ; Person( ageYears < 18 || ageYears in ( 40, 42 ) )   ; ageYears 40..40,42..42
            Person( ageYears < 18 )                              ; Person( ageYears < 21 || ageYears in ( 19, 50 ) )   ; ageYears 18..20,50..50
            """)
    void valuesNextToEachOtherAreOneStretch(String before, String after, String stretches) {
        var one = SmallRules.with("age.drl", "Person( ageYears < 18 )", before);
        var other = SmallRules.with("age.drl", "Person( ageYears < 18 )", after);

        var regions = Impact.between(one, other, RuleRunner.of(one), RuleRunner.of(other))
                .regions();

        assertThat(regions)
                .flatExtracting(Impact.Region::parts)
                .filteredOn(part -> part instanceof Part.Among among
                        && among.question().id().equals("ageYears"))
                .extracting(part -> "ageYears "
                        + ((Part.Among) part)
                                .stretches().stream()
                                        .map(stretch -> stretch.from().json() + ".."
                                                + stretch.to().json())
                                        .collect(Collectors.joining(",")))
                .contains(stretches);
    }

    @Test
    void theShareOfARegionOfSingleAnswersIsExact() {
        // Everybody younger than three is judged otherwise, whatever else they say.
        var rules = SmallRules.with("age.drl", "@effect(NOT_SUITABLE)", "@effect(MEDICAL_CLEARANCE)");

        assertThat(between(rules).regions()).singleElement().satisfies(region -> {
            assertThat(region.move()).isEqualTo(new Move(Verdict.NOT_SUITABLE, Verdict.MEDICAL_CLEARANCE));
            assertThat(region.share()).isCloseTo(18 / 121.0, within(1e-12));
        });
    }

    @Test
    void theShareOfARegionOfManyOptionsOrOfEntriesIsSampled() {
        // Of the sets of marks {NONE}, {MOLE}, {RASH} and {MOLE, RASH} about a third have a rash.
        var rules = SmallRules.of(Small.with(
                Small.with("skin.drl", "@effect(DEFER)", "@effect(NOT_SUITABLE)"), "skin.drl", ", waitWeeks(2)", ""));

        var regions = between(rules).regions();

        assertThat(regions).hasSize(1);
        assertThat(regions.get(0).parts()).hasSize(2);
        assertThat(regions.get(0).share()).isBetween(103 / 121.0 * 0.25, 103 / 121.0 * 0.6);
    }

    @Test
    void rulebooksAreComparedAsTheirRulesAre() {
        var other = Rulebook.load(Small.with("age.drl", "ageYears < 18", "ageYears < 21"));

        assertThat(Impact.between(Small.rulebook(), other).regions())
                .extracting(Impact.Region::share)
                .isEqualTo(between(SmallRules.with("age.drl", "ageYears < 18", "ageYears < 21")).regions().stream()
                        .map(Impact.Region::share)
                        .toList());
    }

    private static Impact.Difference between(Rules other) {
        return Impact.between(RULES, other, RuleRunner.of(RULES), RuleRunner.of(other));
    }
}
