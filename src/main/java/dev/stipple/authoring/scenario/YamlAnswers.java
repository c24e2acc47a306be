package dev.stipple.authoring.scenario;

import dev.stipple.answers.AnswerFault;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.YamlNode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers written in YAML as the JSON that they stand for.
 *
 * @param places where each value stands, by its JSON pointer; of a value in a map, where its key does
 */
record YamlAnswers(ObjectNode json, Map<String, Place> places) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static YamlAnswers of(YamlNode node) {
        var answers = new YamlAnswers(JSON.objectNode(), new HashMap<>());
        answers.places.put("", node.place());
        answers.fill(answers.json, node, "");
        return answers;
    }

    /** The place of a fault, or of the nearest value around it, put in the words of a rules folder. */
    Fault fault(AnswerFault fault) {
        String pointer = fault.pointer();
        while (!places.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        String remedy = fault.nearest() == null
                ? "write " + fault.expected().replaceFirst("^one of ", "one of: ")
                : "write '" + fault.nearest() + "'";
        Place place = places.getOrDefault(pointer, Place.startOf(Scenarios.PEOPLE));
        return new Fault(place, "answers", fault.pointer() + ": " + fault.problem(), remedy);
    }

    private JsonNode value(YamlNode node, String pointer) {
        if (node.isMap()) {
            return fill(JSON.objectNode(), node, pointer);
        }
        if (node.isList()) {
            var array = JSON.arrayNode();
            for (YamlNode item : node.list()) {
                String place = pointer + "/" + array.size();
                places.put(place, item.place());
                array.add(value(item, place));
            }
            return array;
        }
        return scalar(node);
    }

    private ObjectNode fill(ObjectNode object, YamlNode node, String pointer) {
        node.map().forEach((key, item) -> {
            String place = pointer + JsonPointer.empty().appendProperty(key);
            places.put(place, item.isMap() || item.isList() || item.isAbsent() ? node.keyPlace(key) : item.place());
            object.set(key, value(item, place));
        });
        return object;
    }

    private static JsonNode scalar(YamlNode node) {
        String text = node.string();
        if (node.isAbsent()) {
            return JSON.nullNode();
        }
        if (node.isInteger() && text.matches("-?\\d+")) {
            return JSON.numberNode(new BigInteger(text));
        }
        boolean truth = node.isBoolean() && (text.equals("true") || text.equals("false"));
        return truth ? JSON.booleanNode(text.equals("true")) : JSON.stringNode(text);
    }
}
