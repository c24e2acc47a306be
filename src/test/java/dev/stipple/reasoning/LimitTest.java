package dev.stipple.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.questionnaire.Answers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final Rules RULES = Rules.of(Shipped.rulebook());

    @Test
    void aProofThatMayTakeNoTimeNamesAllThatItLeftOutAndHoldsOfNothing() {
        var certificate = Proof.of(Shipped.rulebook(), Duration.ZERO);

        assertThat(certificate.holds()).isFalse();
        assertThat(certificate.failures()).isEmpty();
        assertThat(certificate.unfinished())
                .contains(Failure.Kind.SILENT_FACTOR, Failure.Kind.DEAD_RULE, Failure.Kind.HIDDEN_QUESTION);
    }

    @Test
    void aSearchThatMayTakeNoTimeSaysThatItDidNotEndAndProvesNothing() {
        var people = new People(RULES.questionnaire(), 1);
        Answers person = people.complete();

        var cut = new Counterfactuals(Shipped.rulebook(), Duration.ZERO).of(person);
        var whole = new Counterfactuals(Shipped.rulebook()).of(person);

        assertThat(List.of(cut.complete(), cut.proved())).containsOnly(false);
        assertThat(cut.sets()).isEmpty();
        assertThat(whole.complete()).isTrue();
    }
}
