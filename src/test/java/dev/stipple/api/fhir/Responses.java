package dev.stipple.api.fhir;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as a form engine would send them: laid out as the Questionnaire has the items. */
public final class Responses {
    private Responses() {}

    public static ObjectNode of(Answers answers, String status) {
        ObjectNode response = Fhir.resource("QuestionnaireResponse");
        response.put("questionnaire", Fhir.QUESTIONNAIRE).put("status", status);
        response.putObject("subject").put("reference", "Patient/1");
        ArrayNode groups = response.putArray("item");
        for (Group group : answers.questionnaire().groups()) {
            if (group.repeats()
                    ? answers.answered(group)
                    : !isEmpty(answers.entries(group).get(0))) {
                groups.add(group(answers, group));
            }
        }
        if (groups.isEmpty()) {
            response.remove("item");
        }
        return response;
    }

    private static boolean isEmpty(Entry entry) {
        return entry.values().isEmpty() && entry.texts().isEmpty();
    }

    private static ObjectNode group(Answers answers, Group group) {
        ObjectNode item = Fhir.JSON.objectNode().put("linkId", group.id());
        ArrayNode items = item.putArray("item");
        if (!group.repeats()) {
            fill(items, group, answers.entries(group).get(0));
            return item;
        }
        String any = Boolean.toString(!answers.entries(group).isEmpty());
        ObjectNode gate = items.addObject().put("linkId", LinkIds.any(group));
        coded(gate.putArray("answer"), Fhir.codes(LinkIds.any(group)), any);
        for (Entry entry : answers.entries(group)) {
            ObjectNode each = items.addObject().put("linkId", LinkIds.entry(group));
            if (!isEmpty(entry)) {
                fill(each.putArray("item"), group, entry);
            }
        }
        return item;
    }

    private static void fill(ArrayNode items, Group group, Entry entry) {
        for (Question question : group.questions()) {
            question.either(
                            closed -> entry.value(closed).map(value -> item(closed, value)),
                            text -> entry.text(text).map(words -> item(text, words)))
                    .ifPresent(items::add);
        }
    }

    private static ObjectNode item(Question question, Value value) {
        ObjectNode item = Fhir.JSON.objectNode().put("linkId", LinkIds.of(question));
        ArrayNode given = item.putArray("answer");
        if (value instanceof Value.Quantity quantity) {
            given.addObject().put("valueInteger", quantity.value());
        } else {
            value.codes().forEach(code -> coded(given, Fhir.codes(question), code));
        }
        return around(question, item);
    }

    private static ObjectNode item(Question.Text question, String words) {
        ObjectNode item = Fhir.JSON.objectNode().put("linkId", LinkIds.of(question));
        item.putArray("answer").addObject().put("valueString", words);
        return around(question, item);
    }

    private static ObjectNode around(Question question, ObjectNode item) {
        ObjectNode outer = item;
        for (int i = 1; i < question.askedWhen().size(); i++) {
            ObjectNode around = Fhir.JSON.objectNode().put("linkId", LinkIds.condition(question, i));
            around.putArray("item").add(outer);
            outer = around;
        }
        return outer;
    }

    private static void coded(ArrayNode given, String system, String code) {
        given.addObject().putObject("valueCoding").put("system", system).put("code", code);
    }
}
