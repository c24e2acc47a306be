package dev.stipple.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.Spoken;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final Language BRAZILIAN = new Language("pt-BR");
    private static final Languages THREE = new Languages(List.of(Spoken.FR, Spoken.EN, BRAZILIAN));

    @Test
    void theFirstIsTheOneThatRulesAreWrittenIn() {
        assertThat(THREE.original()).isEqualTo(Spoken.FR);
        assertThat(THREE.translated()).containsExactly(Spoken.EN, BRAZILIAN);
        assertThat(THREE.choice()).isEqualTo("fr or en or pt-BR");
        assertThatThrownBy(() -> new Languages(List.of())).hasMessage("nothing is said in no language");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "en-GB, en", "pt-BR, pt-BR", "pt, fr", "de, fr", "'', fr"})
    void theNearestIsSpoken(String wanted, String spoken) {
        assertThat(THREE.suiting(Locale.forLanguageTag(wanted)).tag()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "EN-gb, en",
        "pt-BR, pt-BR",
        "pt, ''",
        "de, ''",
        "'', ''",
        "*, ''",
        "fr_CH, ''",
        "fr-!, ''",
        "french, ''"
    })
    void aRegionIsAWayToSpeakALanguageThatIsNamed(String named, String language) {
        assertThat(THREE.of(named).map(Language::tag).orElse("")).isEqualTo(language);
    }

    @Test
    void whatIsNotSpokenIsSaidInTheOriginal() {
        assertThat(THREE.spoken(BRAZILIAN)).isEqualTo(BRAZILIAN);
        assertThat(THREE.spoken(new Language("de"))).isEqualTo(Spoken.FR);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "pt-BR, true", "gsw, true", "rf, false", "EN, false", "scenarios, false", "'', false"})
    void aTagIsThatOfALanguage(String text, boolean tag) {
        assertThat(Language.isTag(text)).isEqualTo(tag);
    }

    @Test
    void aLanguageKnowsWhatItsSpeakersCallIt() {
        assertThat(Spoken.FR.name()).isEqualTo("Français");
        assertThat(Spoken.FR.inEnglish()).isEqualTo("French");
    }
}
