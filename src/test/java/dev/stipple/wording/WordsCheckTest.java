package dev.stipple.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsCheckTest {
    private static final RulesFolder NOTHING = new RulesFolder(new TreeMap<>());

    private final TreeSet<Fault> faults = new TreeSet<>();

    @Test
    void everyLanguageSaysTheSameThings() {
        WordsCheck.check(NOTHING, Spoken.BOTH, faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void eachFileThatIsNotTranslatedIsAFault() {
        WordsCheck.check(NOTHING, new Languages(List.of(new Language("de"), Spoken.EN)), faults);

        assertThat(faults)
                .extracting(Fault::problem)
                .containsExactlyInAnyOrder(
                        "words/card_de.properties: the file is missing",
                        "words/console_de.properties: the file is missing",
                        "words/explanation_de.properties: the file is missing",
                        "words/forms_de.properties: the file is missing",
                        "words/messages_de.properties: the file is missing",
                        "words/offline_de.properties: the file is missing",
                        "words/summary_de.properties: the file is missing");
    }

    /** The test resources have a card in Italian that is incomplete in every way. */
    @Test
    void eachWordThatIsMissingOrFilledInOtherwiseIsAFault() {
        WordsCheck.check(NOTHING, new Languages(List.of(Spoken.EN, new Language("it"))), faults);

        assertThat(faults)
                .extracting(Fault::problem)
                .filteredOn(problem -> problem.startsWith("words/forms_it"))
                .containsExactlyInAnyOrder(
                        "words/forms_it.properties: 'remove' is missing",
                        "words/forms_it.properties: 'another.version' is missing",
                        "words/forms_it.properties: 'another' is filled in otherwise than \"Add another\"",
                        "words/forms_it.properties: 'more' is not in words/forms.properties");
    }

    @Test
    void wordsForNumbersOfALanguageThatIsLeftOutAreAFault() {
        var three = new Languages(List.of(Spoken.EN, Spoken.FR, new Language("de")));

        WordsCheck.check(Small.folder(), three, faults);

        assertThat(faults)
                .filteredOn(fault -> fault.place().file().equals(NumberWords.NAME))
                .extracting(Fault::problem)
                .containsExactly("'de' is missing");
    }
}
