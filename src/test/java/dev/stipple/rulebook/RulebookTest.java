package dev.stipple.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stipple.Shipped;
import dev.stipple.questionnaire.AnswersReader;
import dev.stipple.questionnaire.Slot;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RulebookTest {
    private static final Rulebook RULEBOOK = Shipped.rulebook();

    @Test
    void answersReadWithAnotherCopyOfTheQuestionnaireFireTheSameRules() {
        var json = json("{'candidate': {'ageYears': 12, 'sexAtBirth': 'MALE', 'photos': ['TOP']}}");
        var copy = Contents.read(RULEBOOK.folder()).questionnaire();

        assertEquals(
                RULEBOOK.findings(AnswersReader.read(RULEBOOK.questionnaire(), json, List.of())),
                RULEBOOK.findings(AnswersReader.read(copy, json, List.of())));
    }

    @Test
    void eachEntryOfAGroupHasItsOwnFindingAndItsOwnWait() {
        var json = json("{'transplants': [{'kind': 'FUE', 'monthsAgo': 2}, {'kind': 'FUT', 'monthsAgo': 5}]}");

        var findings = RULEBOOK.findings(AnswersReader.read(RULEBOOK.questionnaire(), json, List.of()));

        assertEquals(
                List.of("/transplants/0/monthsAgo 4", "/transplants/1/monthsAgo 1"),
                findings.stream()
                        .filter(finding -> finding.delay() != null)
                        .map(finding -> finding.standsOn().stream()
                                        .map(Slot::pointer)
                                        .toList()
                                        .get(0) + " " + finding.delay().amount())
                        .toList());
    }

    @Test
    void theDigestIsOfWhatDecidesAndOfNothingElse() {
        var folder = RULEBOOK.folder();

        assertEquals(
                RULEBOOK.digest(),
                Rulebook.load(folder.with("age.scenarios.yaml", "scenarios: []"))
                        .digest());
        assertNotEquals(
                RULEBOOK.digest(),
                Rulebook.load(folder.with("age.drl", folder.text("age.drl").replace("adult", "grown-up")))
                        .digest());
    }

    private static JsonNode json(String text) {
        return StrictJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .tree();
    }
}
