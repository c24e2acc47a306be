package dev.stipple.api.fhir;

import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Question;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The answer of one item as the API has it. */
record ItemAnswer(Question question, String place, List<Issue> issues) {
    /** Reads at least one answer; null where it cannot be read, which is an issue then. */
    JsonNode read(JsonNode given) {
        if (question.type() == Question.Type.CHOICES) {
            return choices(given);
        }
        if (given.size() > 1) {
            issues.add(Issue.error("structure", "there is more than one answer; expected one", place + ".answer[1]"));
            return Fhir.JSON.nullNode();
        }
        return question.type() == Question.Type.INTEGER ? number(given.path(0)) : option(given.path(0), 0);
    }

    private JsonNode number(JsonNode answer) {
        JsonNode number = answer.path("valueInteger");
        if (number.isMissingNode()) {
            issues.add(Issue.error("value", "this is no number; expected a valueInteger", place + ".answer[0]"));
            return Fhir.JSON.nullNode();
        }
        return number;
    }

    private JsonNode choices(JsonNode given) {
        ArrayNode all = Fhir.JSON.arrayNode();
        for (int i = 0; i < given.size(); i++) {
            all.add(option(given.get(i), i));
        }
        boolean unsure = all.size() == 1 && all.get(0).asString("").equals(AnswersReader.NOT_SURE);
        boolean unread = all.valueStream().anyMatch(JsonNode::isNull);
        return unread ? Fhir.JSON.nullNode() : unsure ? all.get(0) : all;
    }

    private JsonNode option(JsonNode answer, int index) {
        String code = code(answer, Fhir.codes(question));
        if (code.isEmpty()) {
            issues.add(Issue.error(
                    "value",
                    "this is no option; expected a valueCoding with a code of " + Fhir.codes(question),
                    place + ".answer[" + index + "]"));
            return Fhir.JSON.nullNode();
        }
        boolean truth = question.type() == Question.Type.BOOLEAN && (code.equals("true") || code.equals("false"));
        return truth ? Fhir.JSON.booleanNode(Boolean.parseBoolean(code)) : Fhir.JSON.stringNode(code);
    }

    /** The code of an answer; empty where it has none of this system. A coding may leave the system out. */
    static String code(JsonNode answer, String system) {
        JsonNode coding = answer.path("valueCoding");
        boolean ours = coding.path("system").asString(system).equals(system);
        return ours ? coding.path("code").asString("") : "";
    }
}
