package dev.stipple.reasoning.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.assessment.Outlook;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.text.RulesFolder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NextQuestionTest {
    private static final String KNOWN = "{'person': {'ageYears': 40}, 'skin': {'marks': ['NONE']}, 'scars': []}";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                                                                    ; /person/ageYears /person/smokes /skin/marks /scars /person/yearsOfSmoking
            {'person': {'ageYears': 40}}                                          ; /skin/marks /scars /person/smokes /person/yearsOfSmoking
            {'skin': {'marks': ['RASH']}}                                         ; /person/ageYears
            {'person': {'ageYears': 17}}                                          ; ``
            {'person': {'ageYears': 40}, 'skin': {'marks': ['NONE']}, 'scars': [{}]} ; /scars/0/monthsOld
            {'person': {'ageYears': 40, 'smokes': true}, 'skin': {'marks': ['NONE']}} ; /scars /person/yearsOfSmoking
            """)
    void onlyWhatCanChangeTheVerdictIsAskedTheMostTellingFirst(String answers, String order) {
        assertThat(order(SmallRules.rules(), answers)).isEqualTo(order);
    }

    @Test
    void aQuestionThatIsCertainlyAskedComesBeforeOneThatMayBe() {
        var rules = SmallRules.with(
                "age.drl", "Person( smokes == true, yearsOfSmoking > 10 )", "Person( yearsOfSmoking > 0 )");

        assertThat(order(rules, KNOWN)).isEqualTo("/person/smokes /person/yearsOfSmoking");
    }

    @Test
    void anAnswerThatEndsItAtOnceIsSoughtBeforeOneThatTellsMore() {
        // Half of the tones end it, a mark of three leads on.
        RulesFolder folder = Small.with("skin.drl", "@effect(DEFER)", "@effect(CONDITIONS)");
        folder = Small.with(folder, "skin.drl", ", waitWeeks(2)", "");
        folder = Small.with(folder, "scars.drl", "$s : Scar( monthsOld < 6 )", "Skin( tone == SkinTone.DARK )");
        folder = Small.with(folder, "scars.drl", ", waitMonths(6 - $s.getMonthsOld())", "");

        assertThat(order(SmallRules.of(folder), "{'person': {'ageYears': 40, 'smokes': false}, 'scars': []}"))
                .isEqualTo("/skin/tone /skin/marks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Skin( tone == SkinTone.DARK )                     ; /person/smokes /skin/tone
            Skin( tone in ( SkinTone.MEDIUM, SkinTone.DARK ) ) ; /skin/tone /person/smokes
            """)
    void theQuestionWithMoreAnswersThatEndItComesFirst(String tone, String order) {
        // One of two answers to the other question ends it.
        RulesFolder folder = Small.with("age.drl", "smokes == true, yearsOfSmoking > 10", "smokes == true");
        folder = Small.with(folder, "age.drl", "@effect(CONDITIONS)", "@effect(DEFER)");
        folder = Small.with(folder, "scars.drl", "$s : Scar( monthsOld < 6 )", tone);
        folder = Small.with(folder, "scars.drl", ", waitMonths(6 - $s.getMonthsOld())", "");

        assertThat(order(SmallRules.of(folder), KNOWN)).isEqualTo(order);
    }

    @Test
    void whereNoneEndsItTheOneThatTellsMoreComesFirst() {
        // Hardly any number of years tells anything, every third tone does.
        RulesFolder folder = Small.with("age.drl", "yearsOfSmoking > 10", "yearsOfSmoking > 98");
        folder = Small.with(
                folder,
                "scars.drl",
                "Scar( monthsOld >= 6, kind in ( ScarKind.FUT, ScarKind.FUE ) )",
                "Skin( tone == SkinTone.DARK )");

        assertThat(order(SmallRules.of(folder), KNOWN.replace("40", "40, 'smokes': true")))
                .isEqualTo("/skin/tone /person/yearsOfSmoking");
    }

    @Test
    void whoseAnswersExcludeEachOtherIsAskedNothing() {
        var answers = Small.answers("{'person': {'yearsOfSmoking': 3}}");
        var smokes = answers.slots().get(1);
        var excluded = answers.with(smokes, new Value.Flag(false));

        assertThat(new Reasoner(SmallRules.rules()).possible(excluded))
                .isEqualTo(new Reasoner(SmallRules.rules()).possible(excluded.applicable()));
    }

    @Test
    void theSameAnswersAreAskedTheSameEachTime() {
        var reasoner = new Reasoner(SmallRules.rules());
        var answers = Small.answers("{}");
        var first = reasoner.deciding(answers);
        reasoner.deciding(Small.answers("{'person': {'ageYears': 40}}"));

        assertThat(reasoner.deciding(answers)).isEqualTo(first);
        assertThat(reasoner.next(answers)).contains(first.get(0));
        assertThat(reasoner.of(answers, Outlook.Depth.AHEAD).deciding()).isEqualTo(first);
        assertThat(reasoner.of(answers, Outlook.Depth.WHOLE).deciding()).isEqualTo(first);
        assertThat(reasoner.next(Small.answers("{'person': {'ageYears': 3}}"))).isEmpty();
    }

    private static String order(Rules rules, String json) {
        return new Reasoner(rules)
                .deciding(Small.answers(rules.questionnaire(), json)).stream()
                        .map(Slot::pointer)
                        .collect(Collectors.joining(" "));
    }
}
