package dev.stipple.api.schema;

import static dev.stipple.api.schema.Keywords.JSON;
import static dev.stipple.api.schema.Keywords.anyOf;
import static dev.stipple.api.schema.Keywords.array;
import static dev.stipple.api.schema.Keywords.constant;
import static dev.stipple.api.schema.Keywords.type;

import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.TextReader;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The answers to a questionnaire as a JSON Schema that accepts exactly what the API accepts. */
public final class AnswersSchema {
    private final Questionnaire questionnaire;
    private final AskedSchema asked;

    private AnswersSchema(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.asked = new AskedSchema(questionnaire);
    }

    /** The schema, without an identity and without references, so that it can stand in another document. */
    public static ObjectNode of(Questionnaire questionnaire) {
        return new AnswersSchema(questionnaire).answers();
    }

    /** The schema as a document of its own. */
    static ObjectNode document(Questionnaire questionnaire, String digest) {
        ObjectNode document = JSON.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", "urn:stipple:answers:" + digest);
        document.setAll(of(questionnaire));
        return document;
    }

    private ObjectNode answers() {
        ObjectNode schema = JSON.objectNode();
        ObjectNode groups = object(schema);
        questionnaire.groups().forEach(group -> groups.set(group.id(), group(group)));
        asked.acrossGroups().ifPresent(rules -> schema.set("allOf", rules));
        return described(questionnaire.title(), questionnaire.introduction(), schema);
    }

    private ObjectNode group(Group group) {
        ObjectNode answered = group.repeats() ? entries(group) : entry(group);
        return described(group.title(), group.question(), orUnknown(answered));
    }

    private ObjectNode entries(Group group) {
        ObjectNode schema = type("array");
        schema.put("maxItems", AnswersReader.MOST_ENTRIES);
        schema.set("items", entry(group));
        return schema;
    }

    private ObjectNode entry(Group group) {
        ObjectNode schema = JSON.objectNode();
        ObjectNode questions = object(schema);
        group.questions().forEach(question -> questions.set(question.id(), question(question)));
        asked.withinEntry(group).ifPresent(rules -> schema.set("allOf", rules));
        return schema;
    }

    private static ObjectNode question(Question question) {
        ObjectNode answered = question.match(
                AnswersSchema::number,
                yesNo -> type("boolean"),
                choice -> option(choice.options()),
                AnswersSchema::options,
                text -> words());
        return described(question.text(), question.hint(), orUnknown(answered));
    }

    private static ObjectNode number(Question.Number question) {
        return type("integer").put("minimum", question.min()).put("maximum", question.max());
    }

    private static ObjectNode words() {
        return type("string").put("maxLength", Question.Text.LONGEST).put("pattern", TextReader.PATTERN);
    }

    private static ObjectNode option(List<Option> options) {
        return JSON.objectNode()
                .set(
                        "oneOf",
                        array(options.stream()
                                .map(option -> constant(option.code())
                                        .put("title", option.text().original()))
                                .toList()));
    }

    private static ObjectNode options(Question.Choices question) {
        ObjectNode schema = type("array");
        schema.set("items", anyOf(List.of(option(question.options()), constant(AnswersReader.NOT_SURE))));
        schema.put("uniqueItems", true);
        var beside = new ArrayList<ObjectNode>();
        beside.add(where(AnswersReader.NOT_SURE, JSON.objectNode().put("minItems", 2)));
        if (question.none().isPresent()) {
            beside.add(where(Option.NONE, JSON.objectNode().put("maxItems", 1)));
        } else {
            schema.put("minItems", 1);
        }
        return schema.set("allOf", array(beside));
    }

    private static ObjectNode where(String code, ObjectNode then) {
        return JSON.objectNode()
                .set("if", JSON.objectNode().set("contains", constant(code)))
                .set("then", then);
    }

    /** Null and "not sure" say that something is unknown, as leaving it out does. */
    private static ObjectNode orUnknown(ObjectNode answered) {
        return anyOf(List.of(answered, constant(AnswersReader.NOT_SURE), type("null")));
    }

    private static ObjectNode object(ObjectNode schema) {
        ObjectNode properties = JSON.objectNode();
        schema.put("type", "object");
        schema.set("properties", properties);
        schema.put("additionalProperties", false);
        return properties;
    }

    private static ObjectNode described(Wording title, @Nullable Wording description, ObjectNode schema) {
        ObjectNode described = JSON.objectNode().put("title", title.original());
        if (description != null) {
            described.put("description", description.original());
        }
        return described.setAll(schema);
    }
}
