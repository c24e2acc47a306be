package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.Planted;
import dev.stipple.authoring.Shipped;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told to write instead is what was meant. */
final class RemediesTest {
    private static List<String> faults(RulesFolder folder) {
        return Check.of(folder).faults().stream()
                .filter(fault -> !fault.place().file().endsWith(".md"))
                .map(RemediesTest::line)
                .toList();
    }

    private static String line(Fault fault) {
        return fault.place() + ": " + fault.problem() + "; " + fault.remedy();
    }

    private static RulesFolder changed(String file, String find, String put) {
        RulesFolder folder = Planted.clean();
        String text = folder.text(file);
        assertThat(text).contains(find);
        return folder.with(file, text.replaceFirst(Pattern.quote(find), Matcher.quoteReplacement(put)));
    }

    @Test
    void theFrenchOfARuleThatIsGoneIsToBeRemoved() {
        RulesFolder folder = Planted.clean();
        String gone = folder.text("age.drl").replaceFirst("(?s)rule \"age: has smoked.*?\nend\n", "");

        assertThat(faults(folder.with("age.drl", gone)))
                .containsExactly("age.fr.yaml:3:1: there is no rule AGE-03 in age.drl; remove its texts, or write"
                        + " 'AGE-01' if that is meant");
    }

    @Test
    void aNameThatIsNotClosedIsToldWhereItBegins() {
        assertThat(faults(changed("age.drl", "\"age: an adult\"", "\"age: an adult")))
                .containsExactly("age.drl:14:6: this name is not closed; write its second \" on this line");
    }

    @ParameterizedTest
    @CsvSource({"=<, <=", "=>, >="})
    void aComparisonTurnedRoundIsToldTheRightWay(String written, String meant) {
        assertThat(faults(changed("age.drl", "ageYears < 18", "ageYears " + written + " 18")))
                .containsExactly("age.drl:9:22: '" + written + "' is not of this dialect; write " + meant);
    }

    @Test
    void aTextThatIsMissingIsToldByWhatItSays() {
        assertThat(faults(changed(
                        "questionnaire.yaml",
                        "{en: \"Which tone?\", fr: \"Quelle teinte ?\"}",
                        "{fr: \"Quelle teinte ?\"}")))
                .containsExactly("questionnaire.yaml:53:11: the English of \"Quelle teinte ?\" is missing; add 'en:'");
        assertThat(faults(changed(
                        "questionnaire.yaml", "{en: \"Which tone?\", fr: \"Quelle teinte ?\"}", "\"Which tone?\"")))
                .containsExactly(
                        "questionnaire.yaml:53:11: \"Which tone?\" is in no language; write {en: \"...\", fr: \"...\"}");
        assertThat(faults(changed(
                        "questionnaire.yaml", "    text: {en: \"Which tone?\", fr: \"Quelle teinte ?\"}\n", "")))
                .containsExactly("questionnaire.yaml:51:5: 'text' is missing; add 'text:'");
    }

    @Test
    void aWaitIsTooLongOnlyWhereItOutlastsWhatTheRuleWaitsFor() {
        String counted = "waitMonths(6 - $s.getMonthsOld())";

        assertThat(faults(changed("scars.drl", counted, "waitWeeks(26)")))
                .containsExactly(
                        "scars.drl:23:26: the rule stops firing after 6 months of 'monthsOld', and this wait is"
                                + " longer; bind the pattern and count down, as in waitMonths(6 - $t.getMonthsOld())");
        assertThat(faults(changed("scars.drl", counted, "waitWeeks(20)"))).isEmpty();
        assertThat(faults(changed("age.drl", "@effect(NOT_SUITABLE)", "@effect(DEFER)")))
                .isEmpty();
    }

    @Test
    void anIdWithOtherLettersThanThoseOfItsFactorIsTold() {
        assertThat(faults(changed("scars.drl", "@id(SCR-03)", "@id(XYZ-03)")))
                .contains("scars.drl:27:9: the ids of this factor begin with SCR, and that of this rule with XYZ;"
                        + " write 'SCR-05'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            accumulate( Scar( $m : monthsOld ); $n : count( $m ) )                     | 'accumulate'
            $n : Number() from accumulate( Scar( $m : monthsOld ), count( $m ) )       | 'accumulate'
            $l : java.util.ArrayList() from collect( Scar( kind == ScarKind.FUT ) )    | 'collect'
            $p : Person() from $q                                                      | 'from'
            Scar() from entry-point x                                                  | 'from entry-point'
            """)
    void whatGathersFactsIsNamedAndWhatToDoInstead(String condition, String name) {
        assertThat(faults(changed("age.drl", "Person( ageYears < 18 )", condition)))
                .isNotEmpty()
                .allSatisfy(
                        fault -> assertThat(fault)
                                .contains(": " + name + " is outside the dialect; ")
                                .endsWith(
                                        name.startsWith("'from")
                                                ? "use a plain pattern"
                                                : "use 'exists' or 'not' with one pattern, or ask for the number in a question"));
    }

    @Test
    void aSuggestedNameIsNotToldAsWhatToWrite() {
        String name = "- name: \"FILL IN: tells when '<' becomes '<=' in AGE-01 at 9:22\"";

        assertThat(faults(changed("age.scenarios.yaml", "- name: An adult may", name)))
                .containsExactly("age.scenarios.yaml:2:10: this has not been filled in; write what is shown by this"
                        + " person, in a sentence");
    }

    @Test
    void anIdOfAnotherPrefixIsNotTakenForMissingFrench() {
        assertThat(faults(changed("age.drl", "@id(AGE-02)", "@id(AGX-02)")))
                .containsExactly(
                        "age.drl:15:9: the ids of this factor begin with AGE, and that of this rule with AGX;"
                                + " write 'AGE-04'",
                        "age.fr.yaml:2:1: there is no rule AGE-02 in age.drl, and its AGX-02 is not translated;"
                                + " write the same id in both files, or remove these texts and translate AGX-02");
    }

    @Test
    void aLineOfTheShortAnswerOnARuleThatIsGoneIsToBeRemoved() {
        RulesFolder folder = Shipped.CONTENTS.folder();
        String line = "reasons:\n  TRA-99: {en: a line, fr: une ligne}\n";
        String text = folder.text("summary.yaml").replaceFirst("(?m)^reasons:\n", line);

        assertThat(faults(folder.with("summary.yaml", text)))
                .singleElement()
                .asString()
                .contains("there is no rule 'TRA-99'; remove it, or write '");
    }
}
