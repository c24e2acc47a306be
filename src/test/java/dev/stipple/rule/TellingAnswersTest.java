package dev.stipple.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Small;
import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rulebook.Contents;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TellingAnswersTest {
    private static final Contents SMALL = Contents.read(Small.folder());

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            person.ageYears ; Person( ageYears < 18 )                          ; 0 17 18 19 120
            person.ageYears ; Person( ageYears >= 120 )                        ; 0 119 120
            person.ageYears ; Person( ageYears > 0 )                           ; 0 1 120
            person.ageYears ; Person( ageYears in ( 5, 200 ) )                 ; 0 4 5 6 120
            person.ageYears ; Skin( tone == SkinTone.DARK )                    ; 0 120
            person.smokes   ; Person( smokes == true )                         ; false true
            skin.tone       ; Skin( tone == SkinTone.DARK )                    ; LIGHT MEDIUM DARK
            skin.marks      ; Skin( tone == SkinTone.DARK )                    ; [NONE] [MOLE]
            skin.marks      ; Skin( marks contains SkinMarks.RASH )            ; [NONE] [MOLE] [RASH]
            skin.marks      ; Skin( marks contains SkinMarks.NONE )            ; [NONE] [MOLE]
            skin.marks      ; Skin( marks contains SkinMarks.RASH, marks contains SkinMarks.MOLE ) ; [NONE] [MOLE] [RASH] [MOLE,RASH]
            """)
    void ofWhatComparisonsCannotTellApartThereIsOneValue(String path, String pattern, String values) {
        Question.Closed question = SMALL.questionnaire().closed(path).orElseThrow();

        assertThat(TellingAnswers.of(question, comparisons(pattern)))
                .extracting(value -> value.json().toString().replace(" ", ""))
                .containsExactly(values.split(" ", -1));
    }

    @Test
    void entriesAreEveryCombinationWithTheUnknown() {
        assertThat(TellingAnswers.entries(comparisons("Skin( tone == SkinTone.DARK, marks contains SkinMarks.RASH )")))
                .extracting(entry -> Stream.of("tone", "marks")
                        .map(id -> entry.values().get(id))
                        .map(value -> value == null ? "?" : value.json().toString())
                        .toList())
                .doesNotHaveDuplicates()
                .hasSize(4 * 4)
                .contains(List.of("?", "?"), List.of("DARK", "?"), List.of("?", "[RASH]"), List.of("LIGHT", "[NONE]"));
        assertThat(TellingAnswers.entries(List.of())).hasSize(1);
    }

    private static List<Comparison> comparisons(String pattern) {
        return SMALL.reread(
                        SMALL.rule("SKI-03").orElseThrow(),
                        "rule \"skin: any\" @effect(SUPPORTS) when " + pattern + " then findings.add(drools); end")
                .orElseThrow()
                .condition()
                .patterns()
                .flatMap(each -> each.constraint().comparisons())
                .toList();
    }
}
