package dev.stipple.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.authoring.check.Check;
import dev.stipple.rule.Evaluation;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed before a negation, where the question is not asked of everybody. */
class GuardTest {
    private static final String QUESTIONS = """
              - id: itches
                type: boolean
                text: {en: "Does it itch?", fr: "Démange-t-elle ?"}
              - id: colours
                type: choices
                none: true
                noneText: {en: None, fr: Aucune}
                text: {en: "Which colours?", fr: "Quelles couleurs ?"}
                options:
                - {code: RED, text: {en: Red, fr: Rouge}}
                - {code: WHITE, text: {en: White, fr: Blanche}}
                - {code: BROWN, text: {en: Brown, fr: Brune}}
              - id: weeks
                type: integer
                unit: weeks
                min: 0
                max: 90
                askedWhen: %s
                text: {en: "For how many weeks?", fr: "Depuis combien de semaines ?"}
            factors:
            """;

    private static final String NEGATION = "not Scar( weeks < 4 )";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {scars.kind: [FUE]}            ; kind ; kind == ScarKind.FUE
            {scars.kind: {not: [FUE]}}     ; kind ; kind == ScarKind.FUT
            {scars.kind: [FUT, FUE]}       ; kind ; kind in ( ScarKind.FUT, ScarKind.FUE )
            {scars.itches: [true]}         ; itches ; itches == true
            {scars.colours: [RED]}         ; colours ; colours contains ScarColours.RED
            {scars.colours: [RED, WHITE]}  ; colours ; ( colours contains ScarColours.RED || colours contains ScarColours.WHITE )
            {scars.colours: {not: [RED]}}  ; colours ; colours not contains ScarColours.RED
            {scars.monthsOld: {max: 5}}    ; monthsOld ; monthsOld <= 5
            {scars.monthsOld: {min: 2, max: 5}} ; monthsOld ; monthsOld >= 2, monthsOld <= 5
            """)
    void whoeverIsNotAskedIsLeftIn(String askedWhen, String other, String asked) {
        RulesFolder mended = mended(asking(askedWhen));

        assertThat(mended.text("age.drl"))
                .contains("    not Scar( " + other + " == null )\n"
                        + "    not Scar( " + asked + ", weeks == null )\n"
                        + "    " + NEGATION);
        assertThat(negations(mended)).isEmpty();
    }

    @Test
    void theRuleFiresForThoseWhoAreNotAsked() {
        Contents contents = Contents.read(mended(asking("{scars.kind: [FUE]}")));
        var condition = contents.rule("AGE-01").orElseThrow().condition();
        var fires = List.of("'FUT'", "'FUE', 'weeks': 4", "'FUE', 'weeks': 3", "'FUE'").stream()
                .map(kind -> Small.answers(contents.questionnaire(), "{'scars': [{'kind': " + kind + "}]}"))
                .map(answers -> new Evaluation(answers, null).holds(condition));

        assertThat(fires).containsExactly(true, true, false, false);
    }

    @Test
    void whereAnotherGroupDecidesWhoIsAskedTheRemedySaysWhatTheGuardLeavesOut() {
        assertThat(negations(asking("{person.smokes: [true]}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.remedy())
                        .isEqualTo("write 'not Scar( weeks == null )' before it, which leaves out whoever is not asked:"
                                + " for them write a rule of its own"));
    }

    @Test
    void besideAComparisonTooItIsToldWhomTheGuardLeavesOut() {
        assertThat(negations(Small.with("age.drl", "ageYears < 18", "yearsOfSmoking != 3")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.remedy())
                        .isEqualTo("write 'yearsOfSmoking != null' beside it, which leaves out whoever is not asked"));
    }

    @Test
    void inAGroupWithoutEntriesTheRemedyIsTakenToo() {
        RulesFolder folder = Small.with("age.drl", "Person( ageYears < 18 )", "not Person( yearsOfSmoking < 3 )");

        assertThat(negations(mended(folder))).isEmpty();
        assertThat(mended(folder).text("age.drl")).contains("""
                            not Person( smokes == null )
                            not Person( smokes == true, yearsOfSmoking == null )
                            not Person( yearsOfSmoking < 3 )
                        """);
    }

    private static RulesFolder asking(String askedWhen) {
        RulesFolder asked = Small.with("questionnaire.yaml", "factors:\n", QUESTIONS.formatted(askedWhen));
        return Small.with(asked, "age.drl", "Person( ageYears < 18 )", "Answered( scars == true )\n    " + NEGATION);
    }

    private static List<Fault> negations(RulesFolder folder) {
        return Check.read(Contents.read(folder)).faults().stream()
                .filter(fault -> fault.kind().equals("negation"))
                .toList();
    }

    private static RulesFolder mended(RulesFolder folder) {
        Contents contents = Contents.read(folder);
        Remedy remedy = Remedy.of(contents, folder, negations(folder).get(0)).orElseThrow();
        return folder.with(remedy.file(), Renaming.applied(folder.text(remedy.file()), List.of(remedy.edit())));
    }
}
