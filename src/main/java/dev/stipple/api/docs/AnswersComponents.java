package dev.stipple.api.docs;

import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.TextReader;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.wording.Wording;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers as a program writes them, a component a group: plain shapes that generators of clients know. What nobody answered
 * is null, and what somebody is not sure of NOT_SURE, save for a list as a whole: of "a list or a word" a generator makes Java
 * that does not compile. The JSON Schema of the answers says the rest: NOT_SURE for those, and which questions hang on which answers.
 */
final class AnswersComponents {
    static final String NAME = "Answers";
    private static final String NOT_SURE = "NotSure";
    private static final String WHOLE_NUMBER = "WholeNumberAnswer";
    private static final String YES_NO = "YesNoAnswer";

    private AnswersComponents() {}

    static Map<String, Schema<?>> of(Questionnaire questionnaire) {
        var components = new LinkedHashMap<String, Schema<?>>();
        Schema<?> answers = object(questionnaire.title(), questionnaire.introduction());
        for (Group group : questionnaire.groups()) {
            components.put(name(group), entry(group));
            answers.addProperty(group.id(), orNull(group.repeats() ? entries(group) : reference(name(group))));
        }
        components.put(NAME, answers);
        components.put(
                NOT_SURE, option(List.of(), false).description("Whoever was asked does not know; nobody asks again"));
        components.put(WHOLE_NUMBER, orNotSure(typed("integer")));
        components.put(YES_NO, orNotSure(typed("boolean")));
        return components;
    }

    private static String name(Group group) {
        return NAME + Character.toUpperCase(group.id().charAt(0)) + group.id().substring(1);
    }

    private static Schema<?> entry(Group group) {
        Schema<?> entry = object(group.title(), group.question());
        group.questions().forEach(question -> entry.addProperty(question.id(), question(question)));
        return entry;
    }

    private static Schema<?> entries(Group group) {
        return typed("array").items(reference(name(group))).maxItems(AnswersReader.MOST_ENTRIES);
    }

    private static Schema<?> question(Question question) {
        Schema<?> schema = question.match(
                AnswersComponents::number,
                yesNo -> orNull(reference(YES_NO)),
                choice -> option(choice.options(), true).types(Set.of("string", "null")),
                AnswersComponents::options,
                text -> typed("string", "null").maxLength(Question.Text.LONGEST).pattern(TextReader.PATTERN));
        return schema.description(question.text().original());
    }

    private static Schema<?> number(Question.Number question) {
        Schema<?> schema = orNull(reference(WHOLE_NUMBER));
        schema.setMinimum(BigDecimal.valueOf(question.min()));
        schema.setMaximum(BigDecimal.valueOf(question.max()));
        return schema;
    }

    private static Schema<?> options(Question.Choices question) {
        return typed("array", "null").items(option(question.options(), false));
    }

    private static Schema<?> option(List<Option> options, boolean orNull) {
        var codes = new ArrayList<@Nullable Object>();
        options.forEach(option -> codes.add(option.code()));
        codes.add(AnswersReader.NOT_SURE);
        if (orNull) {
            codes.add(null);
        }
        @SuppressWarnings("unchecked")
        var schema = (Schema<Object>) typed("string");
        schema.setEnum(codes);
        return schema;
    }

    private static Schema<?> object(Wording title, @Nullable Wording more) {
        String name = title.original();
        String stop = name.endsWith("?") ? " " : ". ";
        return typed("object")
                .description(name + (more == null ? "" : stop + more.original()))
                .additionalProperties(false);
    }

    private static Schema<?> orNotSure(Schema<?> schema) {
        return new JsonSchema().oneOf(List.of(schema, reference(NOT_SURE)));
    }

    private static Schema<?> orNull(Schema<?> schema) {
        return new JsonSchema().anyOf(List.of(schema, typed("null")));
    }

    private static Schema<?> typed(String... types) {
        return new JsonSchema().types(Set.of(types));
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }
}
