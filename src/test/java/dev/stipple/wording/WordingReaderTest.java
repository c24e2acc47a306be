package dev.stipple.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingReaderTest {
    private static final RulesFolder FOLDER = Small.folder().with(NumberWords.NAME, """
                    en: {numbers: {two: 2, six: 6, half a year: 6}, perhaps: {both: 2}}
                    fr: {numbers: {deux: 2, six: 6}}
                    """);

    private final TreeSet<Fault> faults = new TreeSet<>();

    private Wording read(RulesFolder folder, String text) {
        return WordingReader.of(folder, Spoken.BOTH, faults).read(YamlFile.read("a.yaml", text, faults));
    }

    private List<String> problems() {
        return faults.stream().map(Fault::problem).toList();
    }

    @Test
    void aTextIsReadInEveryLanguage() {
        Wording wording = read(FOLDER, "{en: Wait., fr: Attendez.}");

        assertThat(wording).isEqualTo(Spoken.wording("Wait.", "Attendez."));
        assertThat(faults).isEmpty();
    }

    @Test
    void aMissingLanguageIsAFault() {
        read(FOLDER, "{en: Wait.}");

        assertThat(problems()).containsExactly("the French of \"Wait.\" is missing");
    }

    @Test
    void aLanguageThatTheTitleLacksIsOneFaultHoweverManyTextsAreInIt() {
        var reader = WordingReader.of(FOLDER, Spoken.BOTH, faults);
        var texts = YamlFile.read("a.yaml", "- {en: A, fr: B, de: C}\n- {en: D, fr: E, de: F}", faults);

        texts.list().forEach(reader::read);

        assertThat(problems()).containsExactly("this is in 'de', and the questionnaire's title is not");
    }

    @Test
    void whatIsNoLanguageIsAKeyThatIsNotKnown() {
        read(FOLDER, "{en: A, fr: B, rf: C}");

        assertThat(problems()).containsExactly("there is no 'rf' here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wait two days. | Attendez deux jours. |",
                "Wait two days. | Attendez 2 jours. |",
                "Half a year. | Six mois. |",
                "Both sides. | Les deux côtés. |",
                "Both sides. | Chaque côté. |",
                "A six-month wait. | Une longue attente. |",
                "1,000 people. | 1 000 personnes. |",
                "1.5 years. | 1,5 an. |",
                "Wait two days. | Attendez six jours. | the English names the numbers [2] and the French [6]",
                "Wait 3 days. | Attendez. | the English names the numbers [3] and the French []",
                "Both sides. | Six côtés. | the English names the numbers [] and the French [6]",
                "Wait for it. | Wait for it. | the French is the English",
                "Wait for it. | '' | the French of this is empty",
            })
    void aTranslationNamesTheSameNumbers(String english, String french, String problem) {
        WordingReader.of(FOLDER, Spoken.BOTH, faults)
                .check(YamlFile.read("a.yaml", "a", faults).place(), english, Spoken.FR, french);

        assertThat(problems()).isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void withoutWordsForNumbersOnlyDigitsAreCompared() {
        read(new RulesFolder(new TreeMap<>()), "{en: Two of 3 days., fr: Un jour sur 3.}");

        assertThat(faults).isEmpty();
    }
}
