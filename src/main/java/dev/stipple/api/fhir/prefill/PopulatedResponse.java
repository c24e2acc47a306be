package dev.stipple.api.fhir.prefill;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.api.fhir.Fhir;
import dev.stipple.api.fhir.LinkIds;
import dev.stipple.api.fhir.QuestionnaireResource;
import dev.stipple.questionnaire.Group;
import dev.stipple.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as a QuestionnaireResponse with an item for every item of the Questionnaire, in its sections and on its pages. */
final class PopulatedResponse {
    private final Map<String, Group> gates;
    private final Map<String, Group> entries;
    private final JsonNode answers;

    private PopulatedResponse(Answers answers) {
        this.gates = repeating(answers, LinkIds::any);
        this.entries = repeating(answers, LinkIds::entry);
        this.answers = JsonMapper.shared().valueToTree(answers.json());
    }

    private static Map<String, Group> repeating(Answers answers, Function<Group, String> linkId) {
        return answers.questionnaire().groups().stream()
                .filter(Group::repeats)
                .collect(Collectors.toMap(linkId, Function.identity()));
    }

    /** @param today the day as of which the answers stand */
    static ObjectNode of(Rulebook rulebook, Answers answers, @Nullable ObjectNode subject, LocalDate today) {
        ObjectNode response = Fhir.resource("QuestionnaireResponse");
        response.put("language", rulebook.questionnaire().languages().original().tag());
        response.put("questionnaire", Fhir.QUESTIONNAIRE + "|" + rulebook.digest());
        response.put("status", "in-progress");
        if (subject != null) {
            response.set("subject", subject);
        }
        response.put("authored", today.toString());
        JsonNode items = QuestionnaireResource.of(rulebook).path("item");
        var populated = new PopulatedResponse(answers);
        return response.set("item", populated.items(items, populated.answers));
    }

    /** @param known the answers by group, or within an entry those of the group by question */
    private ArrayNode items(JsonNode questions, JsonNode known) {
        ArrayNode items = Fhir.JSON.arrayNode();
        for (JsonNode question : questions) {
            String linkId = question.path("linkId").stringValue();
            String type = question.path("type").stringValue();
            Group repeating = entries.get(linkId);
            if (repeating != null) {
                for (JsonNode entry : answers.path(repeating.id())) {
                    items.add(group(question, Fhir.JSON.objectNode().set(repeating.id(), entry)));
                }
            } else if (type.equals("group")) {
                items.add(group(question, known));
            } else if (!type.equals("display")) {
                items.add(question(question, linkId, known));
            }
        }
        return items;
    }

    private ObjectNode group(JsonNode group, JsonNode known) {
        ObjectNode item =
                Fhir.JSON.objectNode().put("linkId", group.path("linkId").stringValue());
        ArrayNode inner = items(group.path("item"), known);
        return inner.isEmpty() ? item : item.set("item", inner);
    }

    private ObjectNode question(JsonNode question, String linkId, JsonNode known) {
        ObjectNode item = Fhir.JSON.objectNode().put("linkId", linkId);
        Group gate = gates.get(linkId);
        JsonNode value = gate == null ? known.at("/" + linkId.replace('.', '/')) : any(gate);
        if (question.path("type").stringValue().equals("choice")) {
            options(question, value, item);
        } else if (value.isNumber()) {
            item.putArray("answer").addObject().set("valueInteger", value);
        } else if (isUnsure(value) && question.path("type").stringValue().equals("integer")) {
            Fhir.extend(item, Fhir.extension("data-absent-reason", "valueCode", Fhir.JSON.stringNode("asked-unknown")));
        } else if (value.isString()) {
            item.putArray("answer").addObject().set("valueString", value);
        }
        return item;
    }

    private JsonNode any(Group group) {
        JsonNode given = answers.path(group.id());
        return given.isArray() ? Fhir.JSON.booleanNode(!given.isEmpty()) : given;
    }

    private static boolean isUnsure(JsonNode value) {
        return value.asString("").equals(AnswersReader.NOT_SURE);
    }

    /** Chooses among the options of a question those that are known. */
    private static void options(JsonNode question, JsonNode value, ObjectNode item) {
        for (JsonNode each : value.isArray() ? value : Fhir.JSON.arrayNode().add(value)) {
            question.path("answerOption")
                    .valueStream()
                    .map(option -> option.path("valueCoding"))
                    .filter(coding -> coding.path("code").stringValue().equals(each.asString("")))
                    .forEach(coding ->
                            item.withArrayProperty("answer").addObject().set("valueCoding", coding));
        }
    }
}
