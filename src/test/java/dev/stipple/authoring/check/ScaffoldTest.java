package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.Planted;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import org.junit.jupiter.api.Test;

final class ScaffoldTest {
    private static final Contents SMALL = Contents.read(Planted.clean());

    @Test
    void ofANewRuleOnlyWhatTheAuthorHasToFillInIsWrong() {
        var folder = Scaffold.of(SMALL).rule("age", "smoked once");

        assertThat(Check.of(folder).faults())
                .extracting(Fault::kind)
                .isNotEmpty()
                .containsOnly("fill-in");
        assertThat(folder.text("age.drl")).contains("rule \"age: smoked once\"", "@id(AGE-04)");
    }

    @Test
    void ofAFactorNoneHasYetToo() {
        var folder = Scaffold.of(SMALL).rule("sleep", "sleeps too little");

        assertThat(Check.of(folder).faults())
                .extracting(Fault::kind)
                .isNotEmpty()
                .containsOnly("fill-in");
        assertThat(folder.text("sleep.drl")).contains("@id(SLE-01)");
    }

    @Test
    void aNewFactorTakesLettersThatBeginNoOtherId() {
        assertThat(Scaffold.of(SMALL).nextId("aged")).isEqualTo("AGD-01");
    }

    @Test
    void afterNinetyNineRulesComesTheHundredth() {
        Contents many = Contents.read(
                SMALL.folder().with("age.drl", SMALL.folder().text("age.drl").replace("@id(AGE-01)", "@id(AGE-100)")));

        assertThat(Scaffold.of(many).nextId("age")).isEqualTo("AGE-101");
    }

    @Test
    void ofANewQuestionOnlyWhatTheAuthorHasToFillInIsWrong() {
        var folder =
                Scaffold.of(SMALL).question(SMALL.questionnaire().group("skin").orElseThrow(), "texture");

        assertThat(Check.of(folder).faults())
                .extracting(Fault::kind)
                .isNotEmpty()
                .containsOnly("fill-in");
        assertThat(folder.text("facts.drl")).contains("declare enum SkinTexture");
    }
}
