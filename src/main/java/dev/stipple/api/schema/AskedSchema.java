package dev.stipple.api.schema;

import static dev.stipple.api.schema.Keywords.JSON;
import static dev.stipple.api.schema.Keywords.anyOf;
import static dev.stipple.api.schema.Keywords.array;
import static dev.stipple.api.schema.Keywords.constant;
import static dev.stipple.api.schema.Keywords.having;
import static dev.stipple.api.schema.Keywords.not;
import static dev.stipple.api.schema.Keywords.type;

import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which questions take no answer because of the answers to others, as if/then. A question that is not asked leaves those
 * that hang on it unasked too, so each requirement binds all of them.
 */
final class AskedSchema {
    private final Questionnaire questionnaire;
    private final Map<Requirement, Set<Question>> bound = new LinkedHashMap<>();

    AskedSchema(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        questionnaire
                .questions()
                .forEach(question -> requirements(question)
                        .forEach(requirement -> bound.computeIfAbsent(requirement, each -> new LinkedHashSet<>())
                                .add(question)));
    }

    private Stream<Requirement> requirements(Question question) {
        return question.askedWhen().stream()
                .flatMap(requirement -> Stream.concat(Stream.of(requirement), requirements(required(requirement))));
    }

    /** Over all answers: requirements on questions of groups that do not repeat. */
    Optional<ArrayNode> acrossGroups() {
        return rules(
                requirement -> !home(requirement).repeats(),
                (requirement, questions) -> JSON.objectNode()
                        .set("if", having(home(requirement).id(), refused(requirement)))
                        .set("then", noneIn(questions)));
    }

    /** Over one entry of a repeating group: requirements on questions of the same entry. */
    Optional<ArrayNode> withinEntry(Group group) {
        return rules(
                requirement -> group.repeats() && home(requirement).equals(group),
                (requirement, questions) ->
                        JSON.objectNode().set("if", refused(requirement)).set("then", noneOf(questions)));
    }

    /** How one requirement and the questions that it binds are written. */
    private interface Rule {
        ObjectNode of(Requirement requirement, Set<Question> questions);
    }

    private Optional<ArrayNode> rules(Predicate<Requirement> which, Rule rule) {
        var rules = new ArrayList<ObjectNode>();
        bound.forEach((requirement, questions) -> {
            if (which.test(requirement)) {
                rules.add(rule.of(requirement, questions));
            }
        });
        return rules.isEmpty() ? Optional.empty() : Optional.of(array(rules));
    }

    private ObjectNode noneIn(Set<Question> questions) {
        var byGroup = new LinkedHashMap<String, Set<Question>>();
        questions.forEach(question -> byGroup.computeIfAbsent(question.group(), each -> new LinkedHashSet<>())
                .add(question));
        ObjectNode groups = JSON.objectNode();
        byGroup.forEach((id, members) -> {
            boolean repeats = questionnaire.group(id).orElseThrow().repeats();
            groups.set(id, repeats ? JSON.objectNode().set("items", noneOf(members)) : noneOf(members));
        });
        return JSON.objectNode().set("properties", groups);
    }

    private static ObjectNode noneOf(Set<Question> questions) {
        ObjectNode unknown = JSON.objectNode();
        questions.forEach(question ->
                unknown.set(question.id(), anyOf(List.of(constant(AnswersReader.NOT_SURE), type("null")))));
        return JSON.objectNode().set("properties", unknown);
    }

    /** An entry whose answer does not fulfil the requirement. */
    private ObjectNode refused(Requirement requirement) {
        Question.Closed question = required(requirement);
        return having(question.id(), refused(requirement, question));
    }

    private static ObjectNode refused(Requirement requirement, Question.Closed question) {
        return question.match(
                number -> outside(requirement),
                yesNo -> truth(requirement),
                choice -> options(choice, requirement),
                choices -> sets(choices, requirement));
    }

    private static ObjectNode outside(Requirement requirement) {
        var ranges = new ArrayList<ObjectNode>();
        if (requirement.min() != Integer.MIN_VALUE) {
            ranges.add(JSON.objectNode().put("exclusiveMaximum", requirement.min()));
        }
        if (requirement.max() != Integer.MAX_VALUE) {
            ranges.add(JSON.objectNode().put("exclusiveMinimum", requirement.max()));
        }
        return ranges.isEmpty() ? not(JSON.objectNode()) : type("integer").setAll(anyOf(ranges));
    }

    private static ObjectNode truth(Requirement requirement) {
        ArrayNode refused = JSON.arrayNode();
        Stream.of(true, false)
                .filter(value -> requirement.codes().contains(value.toString()) == requirement.negated())
                .forEach(refused::add);
        return JSON.objectNode().set("enum", refused);
    }

    private static ObjectNode options(Question.Choice question, Requirement requirement) {
        return oneOf(question.codes().stream()
                .filter(code -> requirement.codes().contains(code) == requirement.negated())
                .toList());
    }

    /** An empty set of options is the answer that none applies. */
    private static ObjectNode sets(Question.Choices question, Requirement requirement) {
        ObjectNode some = JSON.objectNode()
                .set("contains", oneOf(requirement.codes().stream().sorted().toList()));
        boolean emptyIsMeant =
                question.none().isPresent() && requirement.codes().contains(Option.NONE);
        ObjectNode meant = emptyIsMeant ? anyOf(List.of(some, JSON.objectNode().put("maxItems", 0))) : some;
        if (requirement.negated()) {
            return type("array").setAll(meant);
        }
        // Where more options may apply, one of these may; but NONE stands alone.
        ObjectNode more = JSON.objectNode().set("contains", constant(AnswersReader.NOT_SURE));
        boolean alone = requirement.codes().equals(Set.of(Option.NONE));
        return type("array").setAll(not(alone ? meant : anyOf(List.of(meant, more))));
    }

    private static ObjectNode oneOf(List<String> codes) {
        ArrayNode values = JSON.arrayNode();
        codes.forEach(values::add);
        return values.isEmpty() ? not(JSON.objectNode()) : JSON.objectNode().set("enum", values);
    }

    private Question.Closed required(Requirement requirement) {
        return questionnaire.required(requirement);
    }

    private Group home(Requirement requirement) {
        return questionnaire.group(required(requirement).group()).orElseThrow();
    }
}
