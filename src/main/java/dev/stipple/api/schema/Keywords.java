package dev.stipple.api.schema;

import java.util.Collection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The pieces that schemas are made of. */
final class Keywords {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Keywords() {}

    static ObjectNode type(String name) {
        return JSON.objectNode().put("type", name);
    }

    static ObjectNode constant(String value) {
        return JSON.objectNode().put("const", value);
    }

    static ObjectNode anyOf(Collection<ObjectNode> schemas) {
        return JSON.objectNode().set("anyOf", array(schemas));
    }

    static ObjectNode not(JsonNode schema) {
        return JSON.objectNode().set("not", schema);
    }

    /** An object whose member is there and is like this. */
    static ObjectNode having(String member, JsonNode schema) {
        ObjectNode object = type("object");
        object.set("required", JSON.arrayNode().add(member));
        return object.setAll(member(member, schema));
    }

    /** Anything whose member, where it is there, is like this. */
    static ObjectNode member(String member, JsonNode schema) {
        return JSON.objectNode().set("properties", JSON.objectNode().set(member, schema));
    }

    static ArrayNode array(Collection<ObjectNode> schemas) {
        return JSON.arrayNode().addAll(schemas);
    }
}
