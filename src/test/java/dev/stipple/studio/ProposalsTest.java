package dev.stipple.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.rulebook.Contents;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be written next; ‸ is where somebody writes. */
class ProposalsTest {
    private static final Contents CONTENTS = Contents.read(Small.folder());
    private static final String RULE = "package stipple.rules\n\nrule \"skin: x\"\n";
    private static final String WHEN = RULE + "    @id(SKI-01)\nwhen\n    ";
    private static final String SCENARIO = "scenarios:\n- name: x\n  ";

    static Stream<Arguments> places() {
        return Stream.of(
                place("skin.drl", WHEN + "Skin( tone == ‸", "SkinTone.DARK", "Dark"),
                place("skin.drl", WHEN + "Skin( tone in ( SkinTone.LIGHT, ‸ ) )\nthen", "SkinTone.MEDIUM", "Medium"),
                place("skin.drl", WHEN + "Skin( tone >= SkinTone.D‸ )\nthen", "SkinTone.DARK", "Dark"),
                place("skin.drl", WHEN + "Skin( marks contains ‸", "SkinMarks.MOLE", "Mole"),
                place("skin.drl", WHEN + "Skin( marks not contains SkinMarks.‸", "SkinMarks.NONE", "None"),
                place("skin.drl", WHEN + "Skin( tone == SkinTone.LIGHT || tone == ‸", "SkinTone.DARK", "Dark"),
                place("skin.drl", WHEN + "Skin( ( tone == SkinTone.LIGHT || tone == ‸ ) )", "SkinTone.DARK", "Dark"),
                place("skin.drl", WHEN + "not Scar( monthsOld < 3, kind == ‸", "ScarKind.FUE", "Dots"),
                place("skin.drl", WHEN + "// Skin( tone == x\n    $s : Scar( kind == ‸", "ScarKind.FUT", "Strip"),
                place("skin.drl", WHEN + "Person( smokes == ‸", "true", ""),
                place("plan.drl", WHEN + "Outcome( verdict in ( Verdict.SUITABLE, ‸", "Verdict.DEFER", "Not yet"),
                place("skin.drl", RULE + "    @effect(‸)\nwhen", "CONDITIONS", "Condition"),
                place("skin.drl", RULE + "    @otherwise(\"S2 (‸", "SILENT", ""),
                place("questionnaire.yaml", questionnaire("askedWhen: {skin.tone: [LIGHT, ‸"), "DARK", "Dark"),
                place("questionnaire.yaml", questionnaire("worse: [‸"), "FUT", "Strip"),
                place("x.scenarios.yaml", SCENARIO + "given:\n    skin: {tone: ‸", "MEDIUM", "Medium"),
                place("x.scenarios.yaml", SCENARIO + "given:\n    skin:\n      marks: [MOLE, ‸", "RASH", "Rash"),
                place("x.scenarios.yaml", SCENARIO + "given:\n    scars:\n    - kind: ‸", "FUT", "Strip"),
                place("x.scenarios.yaml", SCENARIO + "given: {scars: [{monthsOld: 3, kind: F‸", "FUE", "Dots"),
                place("x.scenarios.yaml", SCENARIO + "expect: {verdict: ‸", "DEFER", "Not yet"),
                place("people.yaml", "people:\n  ANNA:\n    skin: {tone: DARK, marks: [‸", "NONE", "None"),
                place("interview.yaml", "recap:\n- sets: {skin.tone: ‸", "DARK", "Dark"));
    }

    private static Arguments place(String file, String text, String expected, String says) {
        return Arguments.of(file, text, expected, says);
    }

    /** The questionnaire with this in the middle of its last question but one. */
    private static String questionnaire(String written) {
        String text = Small.folder().text("questionnaire.yaml");
        String before = "  - id: kind\n    type: choice\n";
        return text.substring(0, text.indexOf(before) + before.length()) + "    " + written;
    }

    private static List<Proposal> at(String file, String text) {
        int caret = text.indexOf('‸');
        var folder = Small.folder().with(file, text.replace("‸", ""));
        return Proposals.at(CONTENTS, folder, file, caret).all();
    }

    @ParameterizedTest
    @MethodSource("places")
    void theRightOptionIsOfferedWithItsWords(String file, String text, String expected, String says) {
        assertThat(at(file, text))
                .filteredOn(each -> each.text().equals(expected))
                .singleElement()
                .satisfies(each -> assertThat(each.says()).startsWith(says));
    }

    @Test
    void nothingElseIsOfferedWhereAnOptionStands() {
        assertThat(texts("skin.drl", WHEN + "Skin( tone == ‸"))
                .containsExactly("SkinTone.LIGHT", "SkinTone.MEDIUM", "SkinTone.DARK");
        assertThat(texts("x.scenarios.yaml", SCENARIO + "given: {skin: {tone: ‸}}"))
                .containsExactly("LIGHT", "MEDIUM", "DARK");
    }

    private static List<String> texts(String file, String text) {
        return at(file, text).stream().map(Proposal::text).toList();
    }

    @Test
    void factsFieldsAndOperatorsFitWhatStandsBefore() {
        assertThat(texts("skin.drl", WHEN + "‸")).contains("Person", "Skin", "Scar", "Answered", "not", "exists");
        assertThat(texts("skin.drl", WHEN + "Scar( ‸")).containsExactly("kind", "monthsOld");
        assertThat(texts("skin.drl", WHEN + "Scar( kind == ScarKind.FUT, ‸")).containsExactly("kind", "monthsOld");
        assertThat(texts("skin.drl", WHEN + "Skin( marks ‸")).containsExactly("contains", "not contains");
        assertThat(texts("skin.drl", WHEN + "Person( smokes ‸")).containsExactly("==", "!=");
        assertThat(texts("skin.drl", WHEN + "Answered( ‸")).containsExactly("scars == true");
    }

    @Test
    void metadataOffersWhatItMayName() {
        assertThat(texts("skin.drl", RULE + "    @‸")).contains("@id", "@because", "@despite");
        assertThat(texts("skin.drl", RULE + "    @source(\"S1, ‸")).contains("S1", "S2");
        assertThat(texts("skin.drl", RULE + "    @note(\"S1: says so. | ‸")).contains("S2: ");
        assertThat(texts("skin.drl", RULE + "    @note(\"S1: says ‸")).isEmpty();
        assertThat(texts("age.drl", RULE + "    @id(‸")).containsExactly("AGE-04");
        assertThat(texts("age.drl", RULE + "    @id(AGE-‸")).containsExactly("AGE-04");
        assertThat(texts("plan.drl", RULE + "    @recommend(‸"))
                .containsExactlyElementsOf(CONTENTS.questionnaire().topics().keySet());
        assertThat(texts("skin.drl", RULE + "    @about(\"‸")).contains("skin.tone", "person.smokes");
    }

    @Test
    void theFirstRuleOfAFactorIsOfferedItsFirstId() {
        String rule = RULE.replace("skin: x", "sleep: x")
                + "when\n    Person( smokes == true )\nthen\n    findings.add(drools);\nend\n";
        var written = Contents.read(Small.folder().with("sleep.drl", rule));

        for (String id : List.of("    @id(‸)\n", "    @id(SLE-‸)\n")) {
            String begun = rule.replace("when", id + "when");
            var folder = Small.folder().with("sleep.drl", begun.replace("‸", ""));
            assertThat(Proposals.at(written, folder, "sleep.drl", begun.indexOf('‸'))
                            .all())
                    .extracting(Proposal::text)
                    .containsExactly("SLE-01");
        }
    }

    @Test
    void scenariosOfferPeopleRulesAndQuestions() {
        assertThat(texts("x.scenarios.yaml", SCENARIO + "like: ‸"))
                .isNotEmpty()
                .allMatch(each -> each.matches("[A-Z_]+"));
        assertThat(texts("x.scenarios.yaml", SCENARIO + "expect:\n    rules: [AGE-01, ‸"))
                .contains("AGE-03", "PLN-01");
        assertThat(texts("x.scenarios.yaml", SCENARIO + "expect: {recommends: [‸"))
                .contains("PLN-01")
                .doesNotContain("AGE-01");
        assertThat(texts("x.scenarios.yaml", SCENARIO + "given:\n    ‸")).containsExactly("person", "skin", "scars");
        assertThat(texts("x.scenarios.yaml", SCENARIO + "given:\n    skin:\n      ‸"))
                .containsExactly("tone", "marks");
        assertThat(texts("x.scenarios.yaml", SCENARIO + "‸")).contains("given", "expect");
    }

    @Test
    void questionsOfferThoseThatTheyHangOn() {
        assertThat(texts("questionnaire.yaml", questionnaire("askedWhen: {‸"))).contains("person.smokes", "skin.tone");
        assertThat(texts("questionnaire.yaml", questionnaire("change: {by: ‸"))).contains("WAIT");
        assertThat(texts("age.fr.yaml", "‸")).containsExactly("AGE-01", "AGE-02", "AGE-03");
        assertThat(texts("age.fr.yaml", "AGE-01:\n  ‸")).contains("title", "because");
    }
}
