package dev.stipple.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerWordsTest {
    private static final Answers ANSWERS = Small.answers("""
            {'person': {'ageYears': 40, 'smokes': false, 'yearsOfSmoking': null},
             'skin': {'tone': 'DARK', 'marks': ['MOLE', 'RASH']},
             'scars': [{'kind': 'FUE', 'monthsOld': 1}, {'kind': 'FUT'}]}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /person/ageYears   | How old are you?   | 40 years       | 40 ans
            /person/smokes     | Do you smoke?      | No             | Non
            /skin/tone         | Which tone?        | Dark           | Foncée
            /skin/marks        | Which marks?       | Mole; Rash     | Grain de beauté; Éruption
            /scars             | Do you have scars? | 2 × scar       | 2 × cicatrice
            /scars/0/monthsOld | How old is it?     | 1 month        | 1 mois
            /scars/1/kind      | From what?         | Strip          | Bandelette
            """)
    void anAnswerIsToldInTheWordsOfTheQuestionnaire(String pointer, String question, String english, String french) {
        Slot slot = slot(ANSWERS, pointer);

        assertThat(AnswerWords.question(slot).original()).isEqualTo(question);
        assertThat(AnswerWords.answer(ANSWERS, slot, Spoken.EN)).isEqualTo(english);
        assertThat(AnswerWords.answer(ANSWERS, slot, Spoken.FR)).isEqualTo(french);
    }

    @Test
    void noEntriesAreANo() {
        var none = Small.answers("{'scars': []}");

        assertThat(AnswerWords.answer(none, slot(none, "/scars"), Spoken.EN)).isEqualTo("No");
        assertThat(AnswerWords.json(none, slot(none, "/scars"))).isEqualTo(0);
    }

    @Test
    void yesAndNoAreWordsOfTheirOwn() {
        assertThat(ANSWERS.questionnaire().yesOrNo(true)).isEqualTo(Spoken.wording("Yes", "Oui"));
        assertThat(ANSWERS.questionnaire().yesOrNo(false)).isEqualTo(Spoken.wording("No", "Non"));
    }

    @Test
    void inJsonAnAnswerIsItselfAndOfAGroupTheNumberOfEntries() {
        assertThat(AnswerWords.json(ANSWERS, slot(ANSWERS, "/person/ageYears"))).isEqualTo(40);
        assertThat(AnswerWords.json(ANSWERS, slot(ANSWERS, "/scars"))).isEqualTo(2);
    }

    private static Slot slot(Answers answers, String pointer) {
        return answers.slots().stream()
                .filter(slot -> slot.pointer().equals(pointer))
                .findFirst()
                .orElseThrow();
    }
}
