package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.Planted;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.util.TreeMap;
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
    void ofANewRuleOfThePlanTooWhichRecommends() {
        var folder = Scaffold.of(SMALL).rule("plan", "a lamp");

        assertThat(Check.of(folder).faults())
                .extracting(Fault::kind)
                .isNotEmpty()
                .containsOnly("fill-in");
        assertThat(folder.text("plan.drl"))
                .contains("@id(PLN-02)", "@recommend(SESSIONS)", "Outcome( verdict in ( ")
                .doesNotContain("@effect");
        assertThat(folder.text("plan.scenarios.yaml")).contains("recommends: [PLN-02]");
        assertThat(folder.text("questionnaire.yaml")).isEqualTo(SMALL.folder().text("questionnaire.yaml"));
    }

    @Test
    void aRuleOfThePlanIsOneInAnyFileOfItAndWhereItIsTheFirst() {
        var none = new TreeMap<>(SMALL.folder().texts());
        none.remove("plan.drl");
        none.remove("plan.fr.yaml");
        RulesFolder moved = new RulesFolder(none)
                .with("plan/length.drl", SMALL.folder().text("plan.drl"))
                .with("plan/length.fr.yaml", SMALL.folder().text("plan.fr.yaml"));

        assertThat(withCost(moved)).contains("@id(PLN-02)", "@recommend(SESSIONS)");
        assertThat(withCost(new RulesFolder(none))).contains("@id(PLA-01)", "@recommend(SESSIONS)");
    }

    private static String withCost(RulesFolder folder) {
        return Scaffold.of(Contents.read(folder)).rule("plan/cost", "a lamp").text("plan/cost.drl");
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
