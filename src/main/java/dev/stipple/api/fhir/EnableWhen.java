package dev.stipple.api.fhir;

import static dev.stipple.api.fhir.Fhir.JSON;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** When a question is asked, as enableWhen. */
final class EnableWhen {
    private final Questionnaire questionnaire;

    EnableWhen(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /**
     * The item with the conditions of its question. FHIR joins the conditions of an item by "all" or by "any", so that
     * each further requirement needs a group around the item.
     */
    ObjectNode guard(ObjectNode item, Question question) {
        ObjectNode guarded = item;
        List<Requirement> requirements = question.askedWhen();
        for (int i = 0; i < requirements.size(); i++) {
            if (i > 0) {
                guarded = around(guarded, LinkIds.condition(question, i));
            }
            condition(guarded, requirements.get(i));
        }
        return guarded;
    }

    private static ObjectNode around(ObjectNode item, String linkId) {
        ObjectNode group = JSON.objectNode().put("linkId", linkId).put("type", "group");
        group.putArray("item").add(item);
        return group;
    }

    private void condition(ObjectNode item, Requirement requirement) {
        Question.Closed other = questionnaire.required(requirement);
        List<ObjectNode> conditions =
                other instanceof Question.Number ? range(other, requirement) : codes(other, requirement);
        ArrayNode all = item.putArray("enableWhen").addAll(conditions);
        if (all.size() > 1) {
            boolean any = !(other instanceof Question.Number) && !requirement.negated();
            item.put("enableBehavior", any ? "any" : "all");
        }
    }

    private static List<ObjectNode> range(Question other, Requirement requirement) {
        List<ObjectNode> bounds = new ArrayList<>();
        if (requirement.min() != Integer.MIN_VALUE) {
            bounds.add(condition(other, ">=").put("answerInteger", requirement.min()));
        }
        if (requirement.max() != Integer.MAX_VALUE) {
            bounds.add(condition(other, "<=").put("answerInteger", requirement.max()));
        }
        return bounds.isEmpty() ? List.of(exists(other)) : bounds;
    }

    private List<ObjectNode> codes(Question other, Requirement requirement) {
        List<ObjectNode> conditions = new ArrayList<>();
        if (requirement.negated()) {
            conditions.add(exists(other));
        }
        requirement.codes().stream()
                .sorted()
                .map(code -> condition(other, requirement.negated() ? "!=" : "=")
                        .set("answerCoding", Fhir.coding(Fhir.codes(other), code, display(other, code))))
                .forEach(conditions::add);
        return conditions;
    }

    private static ObjectNode exists(Question other) {
        return condition(other, "exists").put("answerBoolean", true);
    }

    private static ObjectNode condition(Question other, String operator) {
        return JSON.objectNode().put("question", LinkIds.of(other)).put("operator", operator);
    }

    private String display(Question question, String code) {
        return question.option(code)
                .map(Option::text)
                .orElseGet(() -> questionnaire.yesOrNo(Boolean.parseBoolean(code)))
                .original();
    }
}
