package dev.stipple.reasoning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.assessment.Admission;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.change.Counterfactuals.Also;
import dev.stipple.reasoning.change.Counterfactuals.Step;
import dev.stipple.reasoning.change.Counterfactuals.Way;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CounterfactualsTest {
    private static final String SCARRED =
            "{'person': {'ageYears': 40, 'smokes': false}, 'skin': {'tone': 'DARK', 'marks': ['NONE']}, 'scars': [{'kind': 'FUE', 'monthsOld': 4}]}";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void aWayIsToldInWords() {
        assertThat(ways(SmallRules.rules(), SCARRED, Spoken.EN))
                .isEqualTo(new Counterfactuals(
                        Verdict.DEFER,
                        List.of(new Way(
                                Verdict.SUITABLE_WITH_CONDITIONS,
                                "With conditions",
                                List.of(
                                        new Step(
                                                "/scars/0/monthsOld",
                                                "How old is it?",
                                                "4 months",
                                                "6 months",
                                                6,
                                                "Wait 2 months",
                                                LocalDate.of(2027, 1, 29),
                                                "Wait until January 2027: to “How old is it?” you could then answer “6 months”.")),
                                List.of())),
                        false,
                        false,
                        true));
        assertThat(ways(SmallRules.rules(), SCARRED.replace("4", "5"), Spoken.FR)
                        .ways()
                        .get(0)
                        .changes()
                        .get(0)
                        .action())
                .isEqualTo("Attendre 1 mois");
        assertThat(ways(SmallRules.rules(), SCARRED, Spoken.FR)
                        .ways()
                        .get(0)
                        .changes()
                        .get(0)
                        .text())
                .startsWith("Attendre jusqu'en janvier 2027\u00a0: à «\u00a0");
    }

    @Test
    void answersThatHaveToChangeTogetherAreOneWay() {
        var ways = ways(SmallRules.rules(), SCARRED.replace("4}", "4}, {'kind': 'FUT', 'monthsOld': 1}"), Spoken.EN);
        assertThat(ways.ways()).hasSize(1);
        assertThat(ways.ways().get(0).changes())
                .extracting(Step::action)
                .containsExactly("Wait 2 months", "Wait 5 months");
    }

    @Test
    void whatIsThenAskedIsToldWithTheWay() {

        var ways = ways(
                whereSmokersAreBetterOff(),
                "{'person': {'ageYears': 40, 'smokes': false}, 'skin': {'tone': 'DARK', 'marks': ['NONE']}, 'scars': []}",
                Spoken.EN);

        assertThat(ways.ways())
                .containsExactly(new Way(
                        Verdict.SUITABLE,
                        "Suitable",
                        List.of(new Step(
                                "/person/smokes",
                                "Do you smoke?",
                                "No",
                                "Yes",
                                true,
                                "Start",
                                null,
                                "Start: to “Do you smoke?” you could then answer “Yes”.")),
                        List.of(new Also("/person/yearsOfSmoking", "For how many years?"))));
    }

    @Test
    void whereNothingThatCanBeChangedHelpsThatIsProved() {
        var ways = ways(SmallRules.rules(), SCARRED.replace("40", "12"), Spoken.EN);

        assertThat(ways.verdict()).isEqualTo(Verdict.NOT_SUITABLE);
        assertThat(ways.ways()).isEmpty();
        assertThat(List.of(ways.proved(), ways.cut(), ways.complete())).containsExactly(true, false, true);
    }

    @Test
    void whatIsNotDecidedHasNoWays() {
        var ways = ways(SmallRules.rules(), "{}", Spoken.EN);

        assertThat(ways.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(ways.ways()).isEmpty();
        assertThat(List.of(ways.proved(), ways.cut(), ways.complete())).containsExactly(false, false, true);
    }

    @Test
    void onlyVerdictsAtLeastAsMildAsTheWantedOneAreSought() {
        var counterfactuals = new CounterfactualEngine(SmallRules.rules(), RuleRunner.of(SmallRules.rules()), null);
        var answers = Small.answers(SCARRED);

        assertThat(counterfactuals
                        .towards(answers, Verdict.SUITABLE_WITH_CONDITIONS)
                        .sets())
                .extracting(set -> set.changes().size(), CounterfactualEngine.ChangeSet::verdict)
                .containsExactly(tuple(1, Verdict.SUITABLE_WITH_CONDITIONS));
        assertThat(counterfactuals.towards(answers, Verdict.SUITABLE).proved()).isTrue();
    }

    @Test
    void anExampleIsCompleteAndHasTheVerdict() {
        var set = new CounterfactualEngine(SmallRules.rules(), RuleRunner.of(SmallRules.rules()), null)
                .of(Small.answers(SCARRED))
                .sets()
                .get(0);

        assertThat(set.example()).isEqualTo(Small.answers(SCARRED.replace("'monthsOld': 4", "'monthsOld': 6")));
        assertThat(set.open()).isEmpty();
    }

    @Test
    void aSearchThatMayTakeNoTimeSaysThatItDidNotEndAndProvesNothing() {
        var rulebook = Small.rulebook();
        var answers = Small.answers(SCARRED);

        var cut = new TimedCounterfactuals(Duration.ZERO, Admission.OPEN).of(rulebook, answers, Spoken.EN);
        var whole = new TimedCounterfactuals(Duration.ofMinutes(1), Admission.OPEN).of(rulebook, answers, Spoken.EN);

        assertThat(List.of(cut.complete(), cut.proved())).containsOnly(false);
        assertThat(cut.ways()).isEmpty();
        assertThat(whole.ways())
                .hasSameSizeAs(ways(SmallRules.rules(), SCARRED, Spoken.EN).ways());
        assertThat(whole.complete()).isTrue();
        assertThat(new CounterfactualEngine(rulebook).of(answers).complete()).isTrue();
    }

    private static Rules whereSmokersAreBetterOff() {
        var folder = Small.with(
                "questionnaire.yaml",
                "    type: boolean\n",
                "    type: boolean\n    change: {by: START, from: [false], to: [true]}\n");
        folder = Small.with(
                folder, "questionnaire.yaml", "changes:\n", "changes:\n  START: {en: Start, fr: Commencer}\n");
        return SmallRules.of(Small.with(
                folder, "age.drl", "Person( smokes == true, yearsOfSmoking > 10 )", "Person( smokes == false )"));
    }

    private static Counterfactuals ways(Rules rules, String json, Language language) {
        var answers = Small.answers(rules.questionnaire(), json);
        var result = new CounterfactualEngine(rules, RuleRunner.of(rules), null).of(answers);
        return Counterfactuals.of(result, rules.questionnaire(), language, TODAY);
    }
}
