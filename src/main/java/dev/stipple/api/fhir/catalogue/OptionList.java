package dev.stipple.api.fhir.catalogue;

import dev.stipple.answers.AnswersReader;
import dev.stipple.api.fhir.Fhir;
import dev.stipple.api.fhir.LinkIds;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The codes that one question is answered with, in their order.
 *
 * @param name the link id of the question, which is the id of both resources
 */
record OptionList(String name, Wording question, Map<String, Wording> codes) {
    private static final String VALUE_SET = "urn:stipple:options:";

    /** The lists of all questions that have options, and of the questions whether a group has entries. */
    static List<OptionList> of(Questionnaire questionnaire) {
        var lists = new ArrayList<OptionList>();
        for (Group group : questionnaire.groups()) {
            if (group.repeats()) {
                lists.add(new OptionList(
                        LinkIds.any(group), Objects.requireNonNull(group.question()), truth(questionnaire)));
            }
            for (Question question : group.questions()) {
                Map<String, Wording> codes =
                        question instanceof Question.YesNo ? truth(questionnaire) : options(questionnaire, question);
                if (!codes.isEmpty()) {
                    lists.add(new OptionList(question.path(), question.text(), codes));
                }
            }
        }
        return lists;
    }

    private static Map<String, Wording> truth(Questionnaire questionnaire) {
        var codes = new LinkedHashMap<String, Wording>();
        codes.put("true", questionnaire.yesOrNo(true));
        codes.put("false", questionnaire.yesOrNo(false));
        codes.put(AnswersReader.NOT_SURE, questionnaire.notSure());
        return codes;
    }

    private static Map<String, Wording> options(Questionnaire questionnaire, Question question) {
        var codes = new LinkedHashMap<String, Wording>();
        question.options().forEach(option -> codes.put(option.code(), option.text()));
        if (!codes.isEmpty()) {
            codes.put(AnswersReader.NOT_SURE, questionnaire.notSure());
        }
        return codes;
    }

    ObjectNode codeSystem(Rulebook rulebook) {
        ObjectNode system = resource("CodeSystem", Fhir.codes(name), rulebook);
        system.put("caseSensitive", true).put("valueSet", VALUE_SET + name);
        system.put("content", "complete").put("count", codes.size());
        ArrayNode concepts = system.putArray("concept");
        codes.forEach((code, text) -> concepts.add(concept(code, text)));
        return system;
    }

    private static ObjectNode concept(String code, Wording text) {
        ObjectNode concept = Fhir.JSON.objectNode().put("code", code).put("display", text.original());
        text.texts().entrySet().stream()
                .skip(1)
                .forEach(each ->
                        concept.withArrayProperty("designation").add(designation(each.getKey(), each.getValue())));
        return concept;
    }

    private static ObjectNode designation(Language language, String text) {
        return Fhir.JSON.objectNode().put("language", language.tag()).put("value", text);
    }

    ObjectNode valueSet(Rulebook rulebook) {
        ObjectNode set = resource("ValueSet", VALUE_SET + name, rulebook);
        set.putObject("compose").putArray("include").addObject().put("system", Fhir.codes(name));
        return set;
    }

    private ObjectNode resource(String type, String url, Rulebook rulebook) {
        ObjectNode resource = Fhir.resource(type).put("id", name);
        resource.put("language", question.texts().keySet().iterator().next().tag());
        resource.put("url", url).put("version", rulebook.digest());
        resource.put("name", "Options_" + name.replaceAll("[^A-Za-z0-9]", "_"));
        Fhir.put(resource, "title", question);
        return resource.put("status", "active");
    }
}
