package dev.stipple.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Small;
import dev.stipple.authoring.check.Check;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor mends by itself. */
class RemedyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age.drl | Person( ageYears < 18 ) | Person( ageYaers < 18 )",
                "age.drl | Person( ageYears < 18 ) | Persn( ageYears < 18 )",
                "age.drl | @source(\"S1, S2\") | @source(\"S1, S22\")",
                "age.drl | @effect(NOT_SUITABLE) | @effect(NOT_SUITALE)",
                "age.drl | @because(\"Old | @becaus(\"Old",
                "age.drl | Person( ageYears < 18 ) | Person( ageYears < \"18\" )",
                "age.drl | smokes == true | smokes == \"true\"",
                "age.scenarios.yaml | verdict: NOT_SUITABLE | verdict: NOT_SUITBLE",
                "age.scenarios.yaml | {ageYears: 17} | {ageYeras: 17}",
                "questionnaire.yaml | askedWhen: {person.smokes | askedWhen: {person.smoke",
                "facts.drl | ageYears : Integer | ageYears : Boolean",
                "TABLE.md | AGE-01 | AGE-1"
            })
    void theRemedyBringsBackWhatWasThere(String file, String sound, String faulty) {
        RulesFolder folder = Small.with(file.strip(), sound.strip(), faulty.strip());

        assertEquals(Small.folder().texts(), mended(folder).texts());
    }

    /** The folder with the first fault mended. */
    private static RulesFolder mended(RulesFolder folder) {
        Contents contents = Contents.read(folder);
        Fault fault = Check.read(contents).faults().get(0);
        Remedy remedy = Remedy.of(contents, folder, fault).orElseThrow(() -> new AssertionError(fault.toString()));
        return folder.with(remedy.file(), Renaming.applied(folder.text(remedy.file()), List.of(remedy.edit())));
    }

    @Test
    void aNegationGetsItsGuard() {
        RulesFolder folder = Small.with("age.drl", "Person( ageYears < 18 )", "not Scar()");

        assertThat(Check.read(Contents.read(folder)).faults())
                .extracting(Fault::kind)
                .contains("negation");
        assertThat(Check.read(Contents.read(mended(folder))).faults())
                .extracting(Fault::kind)
                .doesNotContain("negation");
        assertThat(mended(folder).text("age.drl")).contains("when\n    Answered( scars == true )\n    not Scar()");
    }

    @Test
    void aMissingTranslationIsBegun() {
        RulesFolder folder = Small.with("age.fr.yaml", "AGE-02: {title: adulte, because: Assez âgé.}\n", "");
        Contents contents = Contents.read(folder);
        Fault missing = Check.read(contents).faults().stream()
                .filter(fault -> fault.problem().equals("AGE-02 is not translated"))
                .findFirst()
                .orElseThrow();
        Remedy remedy = Remedy.of(contents, folder, missing).orElseThrow();

        assertEquals("age.fr.yaml", remedy.file());
        assertThat(remedy.edit().text()).contains("AGE-02:\n  title: \"FILL IN: the French");
    }

    @Test
    void whereAPersonHasToThinkNothingIsDone() {
        RulesFolder folder = Small.with("age.drl", "Too young.", "");
        Contents contents = Contents.read(folder);

        assertThat(Check.read(contents).faults())
                .isNotEmpty()
                .allSatisfy(
                        fault -> assertThat(Remedy.of(contents, folder, fault)).isEmpty());
    }
}
