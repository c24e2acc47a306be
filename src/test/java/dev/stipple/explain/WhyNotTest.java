package dev.stipple.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.SmallRules;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Verdict;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhyNotTest {
    private static final Rules RULES = SmallRules.rules();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            AGE-03 ; {'person': {'smokes': false}}                    ; ANSWER /person/smokes 32:13, NOT_ASKED /person/yearsOfSmoking 32:29 ; ``
            AGE-03 ; {'person': {'smokes': true, 'yearsOfSmoking': 3}} ; ANSWER /person/yearsOfSmoking 32:29 ; ``
            AGE-03 ; {'person': {'smokes': true}}                     ; ``                                ; /person/yearsOfSmoking
            AGE-03 ; {}                                               ; ``                                ; /person/smokes /person/yearsOfSmoking
            SCR-01 ; {}                                               ; ``                                ; /scars
            SCR-01 ; {'scars': [{'kind': 'FUT'}]}                     ; EXCLUDED /scars 10:5              ; ``
            SCR-02 ; {}                                               ; ``                                ; /scars
            SCR-02 ; {'scars': []}                                    ; NO_ENTRY /scars 21:5              ; ``
            SCR-02 ; {'scars': [{'monthsOld': 9}, {}]}                ; ``                                ; /scars/1/monthsOld
            SCR-03 ; {'scars': [{'kind': 'FUT', 'monthsOld': 2}, {'monthsOld': 9}]} ; ``                  ; /scars/1/kind
            SCR-03 ; {'scars': [{'monthsOld': 2}, {'kind': 'FUT', 'monthsOld': 2}]} ; ANSWER /scars/1/monthsOld 32:11 ; ``
            SCR-04 ; {'scars': [{'kind': 'FUT'}, {}], 'person': {'ageYears': 40}} ; EXCLUDED /scars/0/kind 45:5 ; /scars/1/kind
            SCR-04 ; {'scars': [], 'person': {'ageYears': 99}}        ; ANSWER /person/ageYears 46:31     ; ``
            SKI-02 ; {'skin': {'marks': ['RASH']}}                    ; ANSWER /skin/marks 20:26          ; ``
            SKI-03 ; {}                                               ; ``                                ; /skin/tone
            PLN-01 ; {}                                               ; VERDICT - 9:5                     ; ``
            """)
    void whatKeepsARuleFromFiringIsTold(String rule, String answers, String failed, String hangsOn) {
        var why = WhyNot.of(RULES.rule(rule), Small.answers(answers), Verdict.DEFER);

        assertThat(why.fired()).isFalse();
        assertThat(why.rule()).isEqualTo(RULES.rule(rule));
        assertThat(why.failed().stream()
                        .map(each -> each.cause() + " "
                                + (each.slot() == null ? "-" : each.slot().pointer()) + " "
                                + each.span().place().line() + ":"
                                + each.span().place().column())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(failed);
        assertThat(why.hangsOn().stream().map(Slot::pointer).collect(Collectors.joining(" ")))
                .isEqualTo(hangsOn);
    }

    @Test
    void aRuleThatFiredIsKeptBackByNothing() {
        var why = WhyNot.of(RULES.rule("SCR-01"), Small.answers("{'scars': []}"), null);

        assertThat(why.fired()).isTrue();
        assertThat(why.failed()).isEmpty();
        assertThat(why.hangsOn()).isEmpty();
        assertThat(WhyNot.of(RULES.rule("PLN-01"), Small.answers("{}"), Verdict.SUITABLE)
                        .fired())
                .isTrue();
    }

    @Test
    void ofAlternativesTheOneThatLacksLeastIsTold() {
        var rules = SmallRules.with(
                "skin.drl",
                "( Skin( tone == SkinTone.LIGHT ) or Skin( tone >= SkinTone.MEDIUM ) )",
                "( Skin( tone == SkinTone.LIGHT, marks contains SkinMarks.MOLE ) or Skin( marks contains SkinMarks.RASH ) )");

        var why = WhyNot.of(rules.rule("SKI-03"), Small.answers("{'skin': {'tone': 'DARK', 'marks': ['NONE']}}"), null);

        assertThat(why.failed()).extracting(each -> wanted(each.wanted())).containsExactly("marks CONTAINS [RASH]");
    }

    @Test
    void ofAlternativesWithinAPatternTheOneThatIsOpenIsPreferred() {
        var rules = SmallRules.with(
                "skin.drl",
                "( Skin( tone == SkinTone.LIGHT ) or Skin( tone >= SkinTone.MEDIUM ) )",
                "Skin( tone == SkinTone.LIGHT || marks contains SkinMarks.MOLE )");

        var why = WhyNot.of(rules.rule("SKI-03"), Small.answers("{'skin': {'tone': 'DARK'}}"), null);

        assertThat(why.failed()).isEmpty();
        assertThat(why.hangsOn()).extracting(Slot::pointer).containsExactly("/skin/marks");
    }

    private static String wanted(Condition condition) {
        var comparison = (Comparison) ((Condition.Matches) condition).pattern().constraint();
        return comparison.question().id() + " " + comparison.operator() + " " + comparison.literals();
    }
}
