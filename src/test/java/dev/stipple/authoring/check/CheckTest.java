package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.Planted;
import dev.stipple.authoring.Shipped;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CheckTest {
    static List<Planted> everyDefect() {
        return Planted.all();
    }

    @ParameterizedTest
    @MethodSource
    void everyDefect(Planted defect) {
        var faults = Check.of(defect.folder()).faults();

        assertThat(faults)
                .extracting(fault -> fault.place() + " " + fault.kind())
                .as(() -> defect + " is told where it is: " + faults)
                .containsExactlyElementsOf(defect.faults());
    }

    @Test
    void aSignThatLooksLikeAnotherIsNamedByItsCodePoint() {
        assertThat(everyDefect())
                .filteredOn(defect -> defect.name().startsWith("text/look-alike"))
                .isNotEmpty()
                .allSatisfy(defect -> assertThat(Check.of(defect.folder()).faults())
                        .extracting(Fault::problem)
                        .allMatch(problem -> problem.matches("(?s).*U\\+[0-9A-F]{4}.*")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ageYears > 18 and < 30 | inside a pattern write a comma, and the field again: x > 1, x < 5
            ageYears = 18          | write == to compare
            smokes                 | write what it is, such as == true or >= 18
            """)
    void aTypicalMistakeIsAnsweredWithWhatToWrite(String condition, String remedy) {
        RulesFolder base = Planted.clean();
        String text = base.text("age.drl").replace("Person( ageYears < 18 )", "Person( " + condition + " )");

        assertThat(Check.of(base.with("age.drl", text)).faults())
                .extracting(Fault::remedy)
                .contains(remedy);
    }

    @Test
    void aSourceUnlikeAnyOtherIsNotAnsweredWithAllOfThem() {
        var folder = Shipped.CONTENTS.folder();
        String text = folder.text("age.drl").replaceFirst("@source\\(\"[^\"]*\"", "@source(\"A study of 2020\"");

        assertThat(Check.of(folder.with("age.drl", text)).faults())
                .filteredOn(fault -> fault.kind().equals("unknown-source"))
                .allSatisfy(
                        fault -> assertThat(fault.remedy()).hasSizeLessThan(300).endsWith(" more"))
                .isNotEmpty();
    }

    @Test
    void aPictureThatNumbersOtherPartsThanThereAreOptionsIsAFault() {
        var folder = Shipped.CONTENTS.folder();
        var pictures = new TreeMap<>(folder.pictures());
        pictures.computeIfPresent("scar-feel.svg", (name, drawing) -> drawing.replace(">7</text>", "></text>"));

        assertThat(PictureFiles.check(new RulesFolder(folder.texts(), pictures)))
                .extracting(Fault::kind)
                .containsExactly("picture-numbers");
        assertThat(PictureFiles.check(folder)).isEmpty();
    }

    @Test
    void optionsThatSayANumberInAnyLanguageAreShownNone() {
        var folder = Shipped.CONTENTS.folder();
        String german = folder.text(QuestionnaireFile.NAME).replaceAll("\\ben: ", "de: ");
        var pictures = new TreeMap<>(folder.pictures());
        pictures.computeIfPresent("sinclair.svg", (name, drawing) -> drawing.replace(">5</text>", "></text>"));
        var texts = folder.with(QuestionnaireFile.NAME, german).texts();

        assertThat(PictureFiles.check(new RulesFolder(texts, pictures))).isEmpty();
    }

    @Test
    void theCleanRulesHaveNoFaults() {
        assertThat(Check.of(Planted.clean()).faults()).isEmpty();
    }

    @Test
    void theShippedRulesHaveNoFaults() {
        assertThat(Shipped.CONTENTS.faults()).isEmpty();
        assertThat(Shipped.SCENARIOS.faults()).isEmpty();
        assertThat(WrittenPages.check(Shipped.CONTENTS)).isEmpty();
    }
}
