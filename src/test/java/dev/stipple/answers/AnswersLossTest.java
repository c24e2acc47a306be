package dev.stipple.answers;

import dev.stipple.Shipped;
import dev.stipple.api.RandomAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that is sent as JSON vanishes. */
class AnswersLossTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();
    private static final List<String> NAMES = List.of("answers", "language", "id", "scars", "goal", "kind", "name");

    @Test
    void whateverIsAddedToARequestMakesADifference() {
        Additions.makeADifference(
                "a request for an assessment",
                random -> answers(random).put("language", random.nextBoolean() ? "en" : "fr"),
                NAMES,
                document -> AssessmentRequest.read(QUESTIONNAIRE, StrictJson.read(document)),
                Additions::isFault,
                (place, value) -> false);
    }

    @Test
    void whateverIsAddedToALineOfAFileMakesADifference() {
        Additions.makeADifference(
                "a line of a batch",
                random -> answers(random).put("id", "a-" + random.nextInt(99)),
                NAMES,
                document -> {
                    StrictJson person = StrictJson.read(document);
                    return List.of(AnswersFile.id(person), AnswersFile.answers(QUESTIONNAIRE, person));
                },
                Additions::isFault,
                (place, value) -> false);
    }

    private static ObjectNode answers(Random random) {
        var answers = new RandomAnswers(QUESTIONNAIRE, random).person(random.nextDouble());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("answers", JsonMapper.shared().valueToTree(answers.json()));
        return document;
    }
}
