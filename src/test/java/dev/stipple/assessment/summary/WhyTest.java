package dev.stipple.assessment.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.wording.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is said to whoever asks why something is asked. */
class WhyTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();

    @Test
    void itNamesWhatTheAnswerCanMeanTheStrictestFirst() {
        Why why = why("{}", "/scalp/symptoms", Spoken.EN);

        assertThat(why.text()).startsWith("It can mean: needs a doctor's agreement (");
        assertThat(why.rules()).contains("SCA-06").doesNotHaveDuplicates();
    }

    @Test
    void whatOtherAnswersRuleOutIsNotNamed() {
        assertThat(why("{}", "/candidate/sexAtBirth", Spoken.EN).rules()).contains("ALO-35");
        assertThat(why("{'hairLoss': {'alopecia': 'NO_HAIR_LOSS'}}", "/candidate/sexAtBirth", Spoken.EN)
                        .rules())
                .doesNotContain("ALO-35");
    }

    @Test
    void whatIsCertainAlreadyIsNotNamed() {
        assertThat(why("{}", "/candidate/ageYears", Spoken.EN).rules()).contains("AGE-01");
        assertThat(why("{'candidate': {'ageYears': 12}}", "/candidate/ageYears", Spoken.EN)
                        .rules())
                .doesNotContain("AGE-01");
    }

    @Test
    void aQuestionThatDecidesNothingShapesTheAdvice() {
        assertThat(why("{}", "/candidate/photos", Spoken.EN).text()).isEqualTo("It shapes what is recommended to you.");
        assertThat(why("{}", "/candidate/photos", Spoken.FR).text()).isEqualTo("Les conseils en dépendent.");
    }

    private static Why why(String json, String pointer, Language language) {
        Answers answers =
                AnswersReader.read(QUESTIONNAIRE, JsonMapper.shared().readTree(json.replace('\'', '"')), List.of());
        Slot slot = answers.slots().stream()
                .filter(each -> each.pointer().equals(pointer))
                .findFirst()
                .orElseThrow();
        return Why.of(Shipped.rulebook(), answers, List.of(slot), language);
    }
}
