package dev.stipple.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Dissent;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import dev.stipple.text.InvalidRules;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RulebookTest {
    @Test
    void whereARuleStandsChangesNoFinding() {
        var divided = Rulebook.load(Small.divided("age"));
        Answers answers = Small.answers("{'person': {'ageYears': 17, 'smokes': true, 'yearsOfSmoking': 20}}");

        assertThat(divided.factors()).isEqualTo(Small.rulebook().factors());
        assertThat(divided.findings(answers).stream()
                        .map(finding -> finding.rule().id()))
                .containsExactlyElementsOf(Small.rulebook().findings(answers).stream()
                        .map(finding -> finding.rule().id())
                        .toList());
    }

    private static final String ADULT = "{'person': {'ageYears': 40}, 'skin': {'marks': ['NONE']}, 'scars': []}";

    @Test
    void answersReadWithAnotherCopyOfTheQuestionnaireFireTheSameRules() {
        var rulebook = Small.rulebook();

        assertThat(rulebook.findings(Small.answers(ADULT)))
                .isNotEmpty()
                .isEqualTo(rulebook.findings(Small.answers(rulebook.questionnaire(), ADULT)));
    }

    @Test
    void eachEntryOfAGroupHasItsOwnFindingAndItsOwnWait() {
        var findings = Small.rulebook()
                .findings(Small.answers(
                        "{'scars': [{'monthsOld': 2}, {'kind': 'FUE', 'monthsOld': 6}, {'monthsOld': 5}]}"));

        assertThat(told(findings))
                .containsExactly(
                        "SCR-02 /scars/0/monthsOld 4 MONTHS",
                        "SCR-02 /scars/2/monthsOld 1 MONTHS",
                        "SCR-03 /scars/1/kind /scars/1/monthsOld");
    }

    @Test
    void findingsStandInTheOrderOfTheirEffectsThenOfTheirRules() {
        var findings = Small.rulebook().findings(Small.answers("""
                        {'person': {'ageYears': 17, 'smokes': true, 'yearsOfSmoking': 11},
                         'skin': {'tone': 'DARK', 'marks': ['RASH']}, 'scars': []}
                        """));

        assertThat(told(findings))
                .containsExactly(
                        "AGE-01 /person/ageYears",
                        "SKI-01 /skin/marks 2 WEEKS",
                        "AGE-03 /person/smokes /person/yearsOfSmoking",
                        "SCR-01 /scars",
                        "SCR-04 /person/ageYears /scars",
                        "SKI-03 /skin/tone");
    }

    @Test
    void aRuleThatHoldsInTwoWaysOnTheSameAnswersIsFoundOnce() {
        var rulebook = Rulebook.load(Small.with("skin.drl", "SkinTone.LIGHT", "SkinTone.DARK"));

        assertThat(told(rulebook.findings(Small.answers("{'skin': {'tone': 'DARK'}}"))))
                .containsExactly("SKI-03 /skin/tone");
    }

    @Test
    void thePlanFiresOnTheVerdict() {
        var rulebook = Small.rulebook();

        try (var suitable = rulebook.session(Small.answers(ADULT));
                var deferred = rulebook.session(Small.answers(ADULT))) {
            assertThat(suitable.findings()).isEqualTo(deferred.findings()).isNotEmpty();
            assertThat(told(suitable.plan(Verdict.SUITABLE))).containsExactly("PLN-01 ");
            assertThat(deferred.plan(Verdict.DEFER)).isEmpty();
        }
    }

    @Test
    void theDigestIsOfWhatDecidesAndOfNothingElse() {
        String digest = Small.rulebook().digest();

        assertThat(digest).matches("sha256:[0-9a-f]{64}");
        assertThat(digest(Small.folder().with("age.scenarios.yaml", "scenarios: []")))
                .isEqualTo(digest);
        assertThat(digest(Small.with("age.drl", "Old enough.", "An adult."))).isNotEqualTo(digest);
        assertThat(digest(Small.with("age.fr.yaml", "Assez", "Bien assez"))).isNotEqualTo(digest);
        assertThat(digest(Small.with("sources.yaml", "A paper", "The paper"))).isNotEqualTo(digest);
        assertThat(digest(Small.with("questionnaire.yaml", "Do you", "Did you")))
                .isNotEqualTo(digest);
    }

    @Test
    void aRulebookHasAllThatItsFolderSays() {
        var rulebook = Small.rulebook();

        assertThat(rulebook.rules())
                .extracting(Rule::id)
                .containsExactly(
                        "AGE-01", "AGE-02", "AGE-03", "PLN-01", "SCR-01", "SCR-02", "SCR-03", "SCR-04", "SKI-01",
                        "SKI-02", "SKI-03");
        assertThat(rulebook.rule("SCR-02")).contains(rulebook.rules().get(5));
        assertThat(rulebook.rule("SCR-99")).isEmpty();
        assertThat(rulebook.rules()).extracting(Rule::hashCode).doesNotHaveDuplicates();
        assertThat(rulebook.factors())
                .containsOnlyKeys("age", "scars", "skin")
                .containsEntry("skin", Spoken.wording("Skin", "Peau"));
        assertThat(rulebook.sources()).containsOnlyKeys("S1", "S2");
        assertThat(rulebook.folder()).isEqualTo(Small.folder());
        assertThat(rulebook.contents().faults()).isEmpty();
    }

    @Test
    void faultyRulesAreNotCompiled() {
        var contents = Contents.read(Small.with("age.drl", "ageYears < 18", "age < 18"));

        assertThatThrownBy(() -> Rulebook.compile(contents))
                .isInstanceOfSatisfying(
                        InvalidRules.class,
                        invalid -> assertThat(invalid.faults())
                                .isEqualTo(contents.faults())
                                .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"age: under age\" when Person( ageYears < 21 ) then findings.add(drools); end",
                "rule \"age: under age\" @effect(NEVER) when Person( ageYears < 21 ) then findings.add(drools); end",
                "rule \"age: under age\" @effect(DEFER) when Person( ageYears != 21 ) then findings.add(drools); end",
                "rule \"age: under age\" @effect(DEFER) when Person( age < 21 ) then findings.add(drools); end",
                "rule \"a\" @effect(DEFER) when Person() then findings.add(drools); end rule \"b\" @effect(DEFER) when Person() then findings.add(drools); end",
                "",
            })
    void aTextThatCheckWouldRefuseIsNoRule(String text) {
        var contents = Contents.read(Small.folder());

        assertThat(contents.reread(contents.rule("AGE-01").orElseThrow(), text)).isEmpty();
    }

    @Test
    void aTextWithoutWhatTheRuleSaysItIsAboutIsNoRule() {
        Rule about = Shipped.contents().rule("ALO-36").orElseThrow();
        String claims = "Candidate( sexAtBirth == CandidateSexAtBirth.MALE ) HairLoss( diagnosedByDoctor == false )";

        assertThat(about.claims().aboutQuestions()).containsExactly("hairLoss.diagnosedByDoctor");
        assertThat(Shipped.contents().reread(about, text(claims))).isPresent();
        assertThat(Shipped.contents().reread(about, text("Candidate( sexAtBirth == CandidateSexAtBirth.MALE )")))
                .isEmpty();
    }

    @Test
    void aTextWithTheEffectThatADissentHasIsNoRule() {
        var contents = Contents.read(Small.folder());
        Rule smoking = contents.rule("AGE-03").orElseThrow();
        String text = "rule \"age: any\" @effect(%s) when Person( smokes == true ) then findings.add(drools); end";

        assertThat(smoking.otherwise()).extracting(Dissent::code).containsExactly("SILENT");
        assertThat(contents.reread(smoking, text.formatted("DEFER"))).isPresent();
        assertThat(contents.reread(smoking, text.formatted("SUPPORTS"))).isEmpty();
    }

    private static String text(String condition) {
        return "rule \"alopecia: any\" @effect(MEDICAL_CLEARANCE) when " + condition
                + " then findings.add(drools); end";
    }

    @Test
    void aRuleWithAnotherTextKeepsItsWords() {
        var contents = Contents.read(Small.folder());
        Rule rule = contents.rule("SCR-02").orElseThrow();

        Rule changed = contents.reread(
                        rule,
                        "rule \"scars: any\" @effect(CONDITIONS) when Answered( scars == true ) then findings.add(drools); end")
                .orElseThrow();

        assertThat(changed.effect()).isEqualTo(Effect.CONDITIONS);
        assertThat(changed.condition().nodes().filter(Condition.Answered.class::isInstance))
                .hasSize(1);
        assertThat(List.of(rule.waits(), changed.waits())).containsExactly(true, false);
        assertThat(List.of(changed.id(), changed.name(), changed.factor(), changed.title(), changed.because()))
                .containsExactly(rule.id(), rule.name(), rule.factor(), rule.title(), rule.because());
        assertThat(changed.sources()).isEqualTo(rule.sources()).isNotEmpty();
        assertThat(changed.span()).isEqualTo(rule.span());
    }

    @Test
    void aRuleOfThePlanStaysOne() {
        var contents = Contents.read(Small.folder());
        Rule plan = contents.rule("PLN-01").orElseThrow();

        assertThat(
                        contents.reread(
                                plan,
                                "rule \"plan: any\" @recommend(SESSIONS) when Outcome( verdict == Verdict.DEFER ) then findings.add(drools); end"))
                .hasValueSatisfying(rule -> {
                    assertThat(rule.effect()).isNull();
                    assertThat(rule.topic()).isEqualTo("SESSIONS");
                });
    }

    private static String digest(dev.stipple.text.RulesFolder folder) {
        return Rulebook.load(folder).digest();
    }

    /** Each finding as its rule, the places it stands on and its wait. */
    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule().id() + " "
                        + finding.standsOn().stream().map(Slot::pointer).collect(Collectors.joining(" "))
                        + (finding.delay() == null
                                ? ""
                                : " " + finding.delay().amount() + " "
                                        + finding.delay().unit()))
                .toList();
    }
}
