package dev.stipple.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Small;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.scenario.ScenarioResult;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A new name in every file. */
class RenamingTest {
    private static final Index INDEX = new Index(Contents.read(Small.folder()), Small.folder());

    static Stream<Arguments> things() {
        return Stream.of(
                Arguments.of(Symbol.question("person.ageYears"), "years"),
                Arguments.of(Symbol.question("person.smokes"), "isSmoking"),
                Arguments.of(Symbol.question("scars.monthsOld"), "age"),
                Arguments.of(Symbol.question("scars.kind"), "sort"),
                Arguments.of(Symbol.question("skin.marks"), "spots"),
                Arguments.of(Symbol.option("scars.kind", "FUE"), "DOTS"),
                Arguments.of(Symbol.option("skin.tone", "DARK"), "DEEP"),
                Arguments.of(Symbol.option("skin.marks", "RASH"), "ERUPTION"),
                Arguments.of(Symbol.rule("AGE-02"), "AGE-12"),
                Arguments.of(Symbol.rule("PLN-01"), "PLN-11"),
                Arguments.of(new Symbol(Symbol.Kind.TITLE, "age: an adult"), "age: grown up"),
                Arguments.of(new Symbol(Symbol.Kind.SOURCE, "S2"), "PAPER"));
    }

    @ParameterizedTest
    @MethodSource("things")
    void checkAndTestStayGreen(Symbol symbol, String name) throws Renaming.Refused {
        Renaming renamed = Renaming.of(INDEX, symbol, name);
        Check check = Check.of(renamed.folder());

        assertEquals(List.of(), check.faults());
        assertThat(renamed.edits()).isNotEmpty();
        assertThat(new Index(Contents.read(renamed.folder()), renamed.folder()).all(symbol))
                .isEmpty();
        var assessor = new Assessor(
                check.rulebook().orElseThrow(), new Reasoner(check.rulebook().orElseThrow()), Outlook.Depth.VERDICTS);
        assertThat(check.scenarios().orElseThrow().all())
                .isNotEmpty()
                .allMatch(scenario -> ScenarioResult.of(scenario, assessor).passed());
    }

    @Test
    void theEditsLeadToTheFolder() throws Renaming.Refused {
        Renaming renamed = Renaming.of(INDEX, Symbol.question("scars.monthsOld"), "age");

        renamed.edits()
                .forEach((file, edits) -> assertEquals(
                        renamed.folder().text(file),
                        Renaming.applied(Small.folder().text(file), edits),
                        file));
        assertThat(renamed.edits()).containsKeys("questionnaire.yaml", "facts.drl", "scars.drl");
    }

    @Test
    void aNameThatIsTakenOrMeansSomethingElseIsRefused() {
        refused(Symbol.option("skin.tone", "DARK"), "LIGHT", "is there twice");
        refused(Symbol.option("skin.tone", "DARK"), "deep", "is not how such a name is written");
        refused(Symbol.rule("AGE-02"), "AGE-01", "is used at");
        refused(Symbol.option("skin.marks", "NONE"), "NOTHING", "other things hang on");
        refused(new Symbol(Symbol.Kind.GROUP, "skin"), "hide", "other things hang on");
    }

    private static void refused(Symbol symbol, String name, String why) {
        assertThatExceptionOfType(Renaming.Refused.class)
                .isThrownBy(() -> Renaming.of(INDEX, symbol, name))
                .withMessageContaining(why);
    }

    @Test
    void nothingIsRenamedWhileSomethingIsWrong() {
        RulesFolder faulty = Small.with("age.drl", "ageYears", "ageYaers");
        var index = new Index(INDEX.contents(), faulty);

        assertThatExceptionOfType(Renaming.Refused.class)
                .isThrownBy(() -> Renaming.of(index, Symbol.question("skin.tone"), "shade"))
                .withMessageContaining("mend what is wrong");
    }
}
