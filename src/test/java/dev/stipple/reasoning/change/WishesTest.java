package dev.stipple.reasoning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Small;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.reasoning.change.Counterfactuals.Step;
import dev.stipple.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shipped rules offer to somebody to whom it does not suit as they want it. */
final class WishesTest {
    @Test
    void whoseSparseHairIsToStayLongIsOfferedToWearItShortInWords() throws IOException {
        var ways = ways("\"ENOUGH\"", "\"SPARSE\"");

        assertThat(ways.verdict()).isEqualTo(Verdict.NOT_SUITABLE);
        assertThat(ways.ways()).extracting(way -> way.verdict()).containsOnly(Verdict.SUITABLE_WITH_CONDITIONS);
        assertThat(ways.ways().stream().flatMap(way -> way.changes().stream()))
                .extracting(Step::text)
                .allMatch(text -> text.startsWith("If another look would please you too"))
                .anyMatch(text -> text.contains("Shaved or stubble"))
                .anyMatch(text -> text.contains("Clipped, 3 to 10 mm"));
    }

    @Test
    void whomItSuitsAsTheyWantItIsOfferedNoOtherLook() throws IOException {
        var ways = ways("\"ENOUGH\"", "\"ENOUGH\"");

        assertThat(ways.verdict()).isEqualTo(Verdict.SUITABLE_WITH_CONDITIONS);
        assertThat(ways.ways()).isEmpty();
    }

    @Test
    void aWishIsNeverOnlyCalledSomethingElse() {
        for (String wish : List.of("goal.looks", "goal.areas", "goal.hairline", "expectations.hopes")) {
            assertThat(Shipped.contents()
                            .questionnaire()
                            .question(wish)
                            .orElseThrow()
                            .change())
                    .as(wish)
                    .isNull();
        }
    }

    private static Counterfactuals ways(String find, String put) throws IOException {
        var questionnaire = Shipped.rulebook().questionnaire();
        String json = Files.readString(Path.of("examples/woman-keeping-long-hair.answers.json"));
        Answers answers = Small.answers(questionnaire, json.replace(find, put));
        var result = new CounterfactualEngine(Shipped.rulebook()).of(answers);
        return Counterfactuals.of(result, questionnaire, Spoken.EN, LocalDate.of(2026, 11, 29));
    }
}
