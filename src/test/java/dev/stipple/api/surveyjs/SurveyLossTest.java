package dev.stipple.api.surveyjs;

import dev.stipple.Shipped;
import dev.stipple.answers.Additions;
import dev.stipple.answers.Answers;
import dev.stipple.api.RandomAnswers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that a form sends vanishes. */
class SurveyLossTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();

    @Test
    void whateverIsAddedMakesADifference() {
        Additions.makeADifference(
                "the data of a form",
                SurveyLossTest::data,
                List.of(
                        "scars_any",
                        "scars",
                        "transplants_any",
                        "goal_looks",
                        "candidate_ageYears",
                        "scars_kind",
                        "goal"),
                document -> SurveyData.read(QUESTIONNAIRE, StrictJson.read(document)),
                Additions::isFault,
                SurveyLossTest::isYesBesideEntries);
    }

    /** The answer that there are entries, which the entries say themselves. */
    private static boolean isYesBesideEntries(String place, JsonNode value) {
        return place.matches("/[a-zA-Z]+_any") && value.asBoolean(false);
    }

    private static ObjectNode data(Random random) {
        return data(new RandomAnswers(QUESTIONNAIRE, random).person(random.nextDouble()));
    }

    /** Answers as a form sends them. */
    static ObjectNode data(Answers answers) {
        JsonNode json = JsonMapper.shared().valueToTree(answers.json());
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Group group : answers.questionnaire().groups()) {
            JsonNode given = json.path(group.id());
            if (group.repeats() && given.isArray()) {
                data.put(Names.any(group), !given.isEmpty());
                if (!given.isEmpty()) {
                    data.set(group.id(), entries(group, given));
                }
            } else {
                given.properties().forEach(member -> data.set(group.id() + "_" + member.getKey(), member.getValue()));
            }
        }
        return data;
    }

    private static ArrayNode entries(Group group, JsonNode given) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : given) {
            ObjectNode entry = entries.addObject();
            each.properties().forEach(member -> entry.set(group.id() + "_" + member.getKey(), member.getValue()));
        }
        return entries;
    }
}
