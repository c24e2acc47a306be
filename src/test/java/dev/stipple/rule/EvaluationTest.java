package dev.stipple.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Contents;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluationTest {
    private static final Contents SMALL = Contents.read(Small.folder());
    private static final Group SCARS = SMALL.questionnaire().group("scars").orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Person( ageYears == 40 )                 ; {'person': {'ageYears': 40}}          ; true
            Person( ageYears == 40 )                 ; {'person': {'ageYears': 41}}          ; false
            Person( ageYears == 40 )                 ; {}                                    ; false
            Person( ageYears != null, ageYears != 40 ) ; {'person': {'ageYears': 41}}        ; true
            Person( ageYears != null, ageYears != 40 ) ; {'person': {'ageYears': 40}}        ; false
            Person( ageYears != null, ageYears != 40 ) ; {}                                  ; false
            Person( ageYears < 40 )                  ; {'person': {'ageYears': 39}}          ; true
            Person( ageYears < 40 )                  ; {'person': {'ageYears': 40}}          ; false
            Person( ageYears < 40 )                  ; {}                                    ; false
            Person( ageYears <= 40 )                 ; {'person': {'ageYears': 40}}          ; true
            Person( ageYears <= 40 )                 ; {'person': {'ageYears': 41}}          ; false
            Person( ageYears <= 40 )                 ; {}                                    ; false
            Person( ageYears > 40 )                  ; {'person': {'ageYears': 41}}          ; true
            Person( ageYears > 40 )                  ; {'person': {'ageYears': 40}}          ; false
            Person( ageYears > 40 )                  ; {}                                    ; false
            Person( ageYears >= 40 )                 ; {'person': {'ageYears': 40}}          ; true
            Person( ageYears >= 40 )                 ; {'person': {'ageYears': 39}}          ; false
            Person( ageYears >= 40 )                 ; {}                                    ; false
            Person( ageYears in ( 1, 2 ) )           ; {'person': {'ageYears': 2}}           ; true
            Person( ageYears in ( 1, 2 ) )           ; {'person': {'ageYears': 3}}           ; false
            Person( ageYears in ( 1, 2 ) )           ; {}                                    ; false
            Person( ageYears != null, ageYears not in ( 1, 2 ) ) ; {'person': {'ageYears': 3}} ; true
            Person( ageYears != null, ageYears not in ( 1, 2 ) ) ; {'person': {'ageYears': 1}} ; false
            Person( smokes == true )                 ; {'person': {'smokes': true}}          ; true
            Person( smokes == true )                 ; {'person': {'smokes': false}}         ; false
            Skin( tone > SkinTone.LIGHT )            ; {'skin': {'tone': 'MEDIUM'}}          ; true
            Skin( tone > SkinTone.LIGHT )            ; {'skin': {'tone': 'LIGHT'}}           ; false
            Skin( tone <= SkinTone.MEDIUM )          ; {'skin': {'tone': 'LIGHT'}}           ; true
            Skin( tone <= SkinTone.MEDIUM )          ; {'skin': {'tone': 'DARK'}}            ; false
            Skin( marks contains SkinMarks.RASH )    ; {'skin': {'marks': ['MOLE', 'RASH']}} ; true
            Skin( marks contains SkinMarks.RASH )    ; {'skin': {'marks': ['MOLE']}}         ; false
            Skin( marks contains SkinMarks.RASH )    ; {}                                    ; false
            Skin( marks != null, marks not contains SkinMarks.RASH ) ; {'skin': {'marks': ['MOLE']}} ; true
            Skin( marks != null, marks not contains SkinMarks.RASH ) ; {'skin': {'marks': ['RASH']}} ; false
            Skin( marks contains SkinMarks.RASH )    ; {'skin': {'marks': ['RASH', 'NOT_SURE']}} ; true
            Skin( marks contains SkinMarks.RASH )    ; {'skin': {'marks': ['MOLE', 'NOT_SURE']}} ; false
            Skin( marks contains SkinMarks.NONE )    ; {'skin': {'marks': ['MOLE', 'NOT_SURE']}} ; false
            Skin( marks != null, marks not contains SkinMarks.NONE ) ; {'skin': {'marks': ['MOLE', 'NOT_SURE']}} ; true
            Skin( marks != null, marks not contains SkinMarks.RASH ) ; {'skin': {'marks': ['MOLE', 'NOT_SURE']}} ; false
            Skin( marks != null, marks not contains SkinMarks.RASH ) ; {'skin': {'marks': ['RASH', 'NOT_SURE']}} ; false
            Skin( tone == SkinTone.DARK || tone == SkinTone.LIGHT ) ; {'skin': {'tone': 'LIGHT'}}  ; true
            Skin( tone == SkinTone.DARK || tone == SkinTone.LIGHT ) ; {'skin': {'tone': 'MEDIUM'}} ; false
            Skin( ( tone == SkinTone.DARK || tone == SkinTone.LIGHT ) && marks contains SkinMarks.MOLE ) ; {'skin': {'tone': 'LIGHT'}} ; false
            Skin( tone == SkinTone.DARK || ( tone == SkinTone.LIGHT && marks contains SkinMarks.MOLE ) ) ; {'skin': {'tone': 'DARK'}} ; true
            """)
    void aPatternHoldsWhereAFactPassesAllItAsks(String condition, String answers, boolean holds) {
        assertThat(holds(condition, answers)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Scar( kind == ScarKind.FUT )        ; {'scars': [{'kind': 'FUE'}, {'kind': 'FUT'}]} ; true
            Scar( kind == ScarKind.FUT )        ; {'scars': [{'kind': 'FUE'}, {}]}              ; false
            Scar( kind == ScarKind.FUT )        ; {}                                            ; false
            exists Scar( kind == ScarKind.FUT ) ; {'scars': [{'kind': 'FUT'}]}                  ; true
            exists Scar( kind == ScarKind.FUT ) ; {'scars': [{'kind': 'FUE'}]}                  ; false
            Answered( scars == true )           ; {'scars': []}                                 ; true
            Answered( scars == true )           ; {}                                            ; false
            Answered( scars == true ) not Scar() ; {'scars': []}                                ; true
            Answered( scars == true ) not Scar() ; {'scars': [{}]}                              ; false
            Answered( scars == true ) not Scar() ; {}                                           ; false
            not Skin( marks == null ) not Skin( marks contains SkinMarks.RASH ) ; {'skin': {'marks': ['MOLE']}} ; true
            not Skin( marks == null ) not Skin( marks contains SkinMarks.RASH ) ; {'skin': {'marks': ['MOLE', 'NOT_SURE']}} ; false
            not Skin( marks == null ) not Skin( marks contains SkinMarks.NONE ) ; {'skin': {'marks': ['MOLE', 'NOT_SURE']}} ; true
            ( Person( ageYears == 1 ) or Skin( tone == SkinTone.DARK ) ) ; {'skin': {'tone': 'DARK'}} ; true
            ( Person( ageYears == 1 ) or Skin( tone == SkinTone.DARK ) ) ; {'skin': {'tone': 'LIGHT'}} ; false
            ( Person( ageYears == 1 ) and Skin( tone == SkinTone.DARK ) ) ; {'skin': {'tone': 'DARK'}} ; false
            Person( ageYears == 1 ) Skin( tone == SkinTone.DARK ) ; {'person': {'ageYears': 1}, 'skin': {'tone': 'DARK'}} ; true
            ( Person( ageYears == 1 ) or ( Skin( tone == SkinTone.DARK ) and Person( ageYears == 2 ) ) ) ; {'person': {'ageYears': 2}, 'skin': {'tone': 'DARK'}} ; true
            ( Person( ageYears == 1 ) or ( Skin( tone == SkinTone.DARK ) and Person( ageYears == 2 ) ) ) ; {'person': {'ageYears': 2}, 'skin': {'tone': 'LIGHT'}} ; false
            """)
    void aConditionHoldsAsItsPartsDo(String condition, String answers, boolean holds) {
        assertThat(holds(condition, answers)).isEqualTo(holds);
    }

    @Test
    void aRuleOfThePlanSeesTheVerdictOnceThereIsOne() {
        Condition suitable = SMALL.rule("PLN-01").orElseThrow().condition();
        var answers = Small.answers("{}");

        assertThat(new Evaluation(answers, Verdict.SUITABLE).holds(suitable)).isTrue();
        assertThat(new Evaluation(answers, Verdict.DEFER).holds(suitable)).isFalse();
        assertThat(new Evaluation(answers, null).holds(suitable)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            Scar( monthsOld >= 6 )          ; {'scars': [{'monthsOld': 9}, {'monthsOld': 9}]} ; /scars/1/monthsOld
            exists Scar( monthsOld >= 6 )   ; {'scars': [{'monthsOld': 9}, {'monthsOld': 1}]} ; /scars/0/monthsOld
            Scar( kind == ScarKind.FUE, monthsOld >= 6 ) ; {'scars': [{}, {'kind': 'FUE', 'monthsOld': 9}]} ; /scars/1/kind /scars/1/monthsOld
            Answered( scars == true ) not Scar() ; {'scars': []}                              ; /scars
            Answered( scars == true ) Person( ageYears == 4 ) ; {'scars': [], 'person': {'ageYears': 4}} ; /person/ageYears /scars
            ( Person( ageYears == 4 ) or Skin( tone == SkinTone.DARK ) ) ; {'person': {'ageYears': 5}, 'skin': {'tone': 'DARK'}} ; /skin/tone
            ( Person( ageYears == 5 ) or Skin( tone == SkinTone.DARK ) ) ; {'person': {'ageYears': 5}, 'skin': {'tone': 'DARK'}} ; /person/ageYears /skin/tone
            not Skin( tone == null ) not Skin( tone == SkinTone.DARK ) ; {'skin': {'tone': 'LIGHT'}} ; /skin/tone
            """)
    void aRuleStandsOnTheAnswersThatMakeItHold(String condition, String answers, String pointers) {
        var evaluation = new Evaluation(Small.answers(answers), null);
        var person = SMALL.questionnaire().group("person").orElseThrow();
        var skin = SMALL.questionnaire().group("skin").orElseThrow();

        assertThat(evaluation.support(
                        condition(condition), Map.of(SCARS, Set.of(1), person, Set.of(0), skin, Set.of(0))))
                .extracting(Slot::pointer)
                .containsExactlyInAnyOrder(pointers.split(" ", -1));
    }

    private static boolean holds(String condition, String answers) {
        return new Evaluation(Small.answers(answers), null).holds(condition(condition));
    }

    private static Condition condition(String text) {
        return SMALL.reread(
                        SMALL.rule("SKI-03").orElseThrow(),
                        "rule \"skin: any\" @effect(SUPPORTS) when " + text + " then findings.add(drools); end")
                .orElseThrow()
                .condition();
    }
}
