package dev.stipple.api;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers drawn by chance: those of a person, or such with something wrong in them. */
public final class RandomAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Questionnaire questionnaire;
    private final Random random;

    public RandomAnswers(Questionnaire questionnaire, Random random) {
        this.questionnaire = questionnaire;
        this.random = random;
    }

    /** Answers that fit, with this share of the questions answered. */
    public Answers person(double share) {
        return any(share).applicable();
    }

    /** Answers some of which may be to questions that are not asked. */
    private Answers any(double share) {
        Answers answers = Answers.none(questionnaire);
        for (Group group : questionnaire.groups()) {
            int entries = group.repeats() ? random.nextInt(4) : 1;
            if (!group.repeats() || random.nextDouble() < share) {
                answers = answers.with(
                        group,
                        Stream.generate(() -> entry(group, share))
                                .limit(entries)
                                .toList());
            }
        }
        return answers;
    }

    private Entry entry(Group group, double share) {
        Map<String, Value> values = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Question question : group.questions()) {
            if (random.nextDouble() < share) {
                question.either(
                        closed -> values.put(closed.id(), value(closed)), text -> texts.put(text.id(), words()));
            }
        }
        return new Entry(values, Map.of(), texts);
    }

    private Value value(Question.Closed question) {
        return question.match(
                number -> new Value.Quantity(number.min() + random.nextInt(number.max() - number.min() + 1)),
                yesNo -> new Value.Flag(random.nextBoolean()),
                choice -> new Value.Choice(one(choice.options())),
                this::choices);
    }

    /** Words of any length that is accepted, with what may trip a reader. */
    private String words() {
        return "=é\u2019s \uD83D\uDE42 \"<b>\",;\n| "
                .repeat(1 + random.nextInt(20))
                .strip();
    }

    private Value choices(Question.Choices question) {
        var some = question.options().stream()
                .filter(option -> !option.code().equals(Option.NONE) && random.nextInt(3) == 0)
                .toList();
        return new Value.Choices(some.isEmpty() ? List.of(one(question.options())) : some);
    }

    /** A body as it may come over the wire, right or wrong: about half fit the questionnaire. */
    public ObjectNode body() {
        double share = random.nextDouble();
        Answers answers = random.nextInt(3) == 0 ? any(share) : person(share);
        ObjectNode body = JsonMapper.shared().valueToTree(answers.json());
        for (int i = random.nextInt(3); i > 0; i--) {
            disturb(body);
        }
        return body;
    }

    private void disturb(ObjectNode body) {
        Group group = one(questionnaire.groups());
        if (random.nextInt(8) == 0) {
            body.set(one(List.of(group.id(), group.id().toUpperCase(Locale.ROOT))), odd());
            return;
        }
        JsonNode place = body.path(group.id());
        if (place.isArray() && random.nextInt(6) == 0) {
            ((ArrayNode) place).add(odd());
        }
        JsonNode entry = place.isArray() && !place.isEmpty() ? place.get(random.nextInt(place.size())) : place;
        if (entry instanceof ObjectNode answers) {
            Question question = one(group.questions());
            String name = random.nextInt(10) == 0 ? question.id() + "X" : question.id();
            answers.set(name, random.nextBoolean() ? odd() : close(question));
        }
    }

    /** A value that is nearly one of this question. */
    private JsonNode close(Question question) {
        return question.match(
                number -> one(List.<JsonNode>of(
                        JSON.numberNode(number.min()),
                        JSON.numberNode(number.max()),
                        JSON.numberNode(number.min() - 1),
                        JSON.numberNode(number.max() + 1),
                        JSON.numberNode(number.min() + 0.5))),
                yesNo -> one(List.<JsonNode>of(JSON.booleanNode(true), JSON.stringNode("true"))),
                choice -> JSON.stringNode(one(List.of(one(choice.options()).code(), "none"))),
                this::someOf,
                text -> JSON.stringNode(one(List.of("", " ", words(), "x".repeat(501)))));
    }

    private JsonNode someOf(Question.Choices question) {
        var codes = new ArrayList<>(question.codes());
        codes.add("NOT_SURE");
        ArrayNode some = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(one(codes));
        }
        return some;
    }

    private JsonNode odd() {
        return one(List.<JsonNode>of(
                JSON.nullNode(),
                JSON.stringNode("NOT_SURE"),
                JSON.stringNode("NONE"),
                JSON.arrayNode(),
                JSON.arrayNode().addObject(),
                JSON.objectNode(),
                JSON.booleanNode(false),
                JSON.numberNode(1),
                JSON.numberNode(6.25),
                JSON.numberNode(1_000_000_000_000_000L)));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
