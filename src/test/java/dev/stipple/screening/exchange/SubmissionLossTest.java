package dev.stipple.screening.exchange;

import dev.stipple.Shipped;
import dev.stipple.answers.Additions;
import dev.stipple.answers.SentJson;
import dev.stipple.api.RandomAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that is handed in to be kept vanishes. */
class SubmissionLossTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
    private static final Pattern LEFT_OUT =
            Pattern.compile("/(reference|version|receivedAt|changedAt|status|verdict|decided"
                    + "|assessment|revisions|decisions)(/.*)?");
    private static final List<String> NAMES = List.of(
            "answers",
            "language",
            "consent",
            "contact",
            "name",
            "email",
            "phone",
            "id",
            "given",
            "verdict",
            "decided",
            "status",
            "reference",
            "decisions");

    @Test
    void whateverIsAddedToASubmissionMakesADifference() {
        Additions.makeADifference(
                "a submission",
                SubmissionLossTest::submission,
                NAMES,
                document -> SubmissionRequest.read(QUESTIONNAIRE, SentJson.of(StrictJson.read(document))),
                Additions::isFault,
                SubmissionLossTest::isEnglish);
    }

    @Test
    void whateverIsAddedToALineOfAnImportMakesADifferenceSaveWhatTheReportSaysIsLeftOut() {
        Additions.makeADifference(
                "a line of an import",
                SubmissionLossTest::line,
                NAMES,
                document -> ImportedLine.Person.read(QUESTIONNAIRE, StrictJson.read(document), TODAY),
                Additions::isFault,
                (place, value) ->
                        isEnglish(place, value) || LEFT_OUT.matcher(place).matches());
    }

    /** The language that is answered in where none is named. */
    private static boolean isEnglish(String place, JsonNode value) {
        return place.equals("/language") && value.asString("").equals("en");
    }

    private static ObjectNode line(Random random) {
        ObjectNode line = submission(random).put("id", "a-" + random.nextInt(99));
        return random.nextBoolean() ? line : line.put("given", "2026-01-31");
    }

    private static ObjectNode submission(Random random) {
        var answers = new RandomAnswers(QUESTIONNAIRE, random).person(random.nextDouble());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("answers", JsonMapper.shared().valueToTree(answers.json()));
        document.put("consent", "2026-01");
        ObjectNode contact = document.putObject("contact").put("name", "Ana " + random.nextInt(99));
        if (random.nextBoolean()) {
            contact.put("phone", "+33 6");
        }
        return document;
    }
}
