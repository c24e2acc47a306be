package dev.stipple.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Outlook;
import dev.stipple.reasoning.outlook.Reasoner;
import dev.stipple.rule.Rule;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WhyNotCardTest {
    private static final long SEED = 20_261_120;
    private static final int PEOPLE = 100;

    @Test
    void everyRuleThatDroolsDoesNotFireIsKeptBackBySomethingThatCanBeRead() {
        var rulebook = Shipped.rulebook();
        var assessor = new Assessor(rulebook, new Reasoner(rulebook), Outlook.Depth.VERDICTS);
        for (int i = 0; i < PEOPLE; i++) {
            var assessment = assessor.assess(
                    new GeneratedPeople(rulebook.questionnaire(), SEED + i).partial(i / (double) PEOPLE));
            var fired = Stream.concat(assessment.findings().stream(), assessment.recommendations().stream())
                    .map(finding -> finding.rule().id())
                    .collect(Collectors.toSet());
            for (Rule rule : rulebook.rules()) {
                var card = WhyNotCard.of(assessment, rule, Spoken.EN);

                assertThat(card.fired()).as("seed %s, %s", SEED + i, rule.id()).isEqualTo(fired.contains(rule.id()));
                assertThat(card.fired())
                        .isEqualTo(card.failed().isEmpty() && card.hangsOn().isEmpty());
                assertThat(card.failed()).allMatch(unmet -> !unmet.wanted().isEmpty());
            }
        }
    }
}
