package dev.stipple.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Spoken;
import dev.stipple.authoring.Planted;
import dev.stipple.authoring.scenario.FiringScenarios;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rulebook.Contents;
import dev.stipple.wording.Language;
import org.junit.jupiter.api.Test;

final class RuleCardTest {
    private static final Contents SMALL = Contents.read(Planted.clean());

    @Test
    void saysInTheWordsOfTheQuestionsWhenTheRuleFires() {
        var card = card("AGE-03", Spoken.EN);

        assertThat(card.when())
                .extracting(RuleCard.Line::text)
                .containsExactly("Do you smoke? Yes", "For how many years? more than 10 years");
        assertThat(card.otherwise()).extracting(RuleCard.Dissenting::says).containsExactly("does not mention it.");
    }

    @Test
    void speaksFrench() {
        assertThat(new RuleCardText(card("SCR-02", Spoken.FR), Spoken.FR).lines())
                .contains("SCR-02  Cicatrice récente", "    - De quand date-t-elle\u00a0? moins de 6 mois");
    }

    @Test
    void namesTheScenariosInWhichTheRuleFires() {
        assertThat(card("SCR-02", Spoken.EN).scenarios())
                .containsExactly(new RuleCard.Fired("A scar of five months waits one more", "age.scenarios.yaml", 14));
    }

    private static RuleCard card(String id, Language language) {
        return RuleCard.of(
                SMALL,
                FiringScenarios.of(SMALL, Scenarios.load(SMALL)),
                SMALL.rule(id).orElseThrow(),
                language);
    }
}
