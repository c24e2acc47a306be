package dev.stipple.api.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.answers.Additions;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that is bound to a record vanishes. */
class BoundBodiesLossTest {
    private static final JsonMapper MAPPER = BoundBodies.mapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Stream<Class<?>> types() {
        return BoundBodies.types().stream();
    }

    @Test
    void accountsKeysPasswordsAndDecisionsAreBound() {
        assertThat(types())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "NewAccount", "AccountChange", "PasswordChange", "DecisionRequest", "NoteRequest");
    }

    @ParameterizedTest
    @MethodSource("types")
    void whateverIsAddedMakesADifference(Class<?> type) {
        var components = Arrays.asList(type.getRecordComponents());
        Additions.makeADifference(
                type.getSimpleName(),
                random -> document(components, random),
                components.stream().map(RecordComponent::getName).toList(),
                document -> MAPPER.readValue(document, type),
                JacksonException.class::isInstance,
                (place, value) -> false);
    }

    private static ObjectNode document(List<RecordComponent> components, Random random) {
        ObjectNode document = JSON.objectNode();
        for (RecordComponent component : components) {
            if (component.getType().isPrimitive() || random.nextInt(4) > 0) {
                document.set(component.getName(), value(component.getType(), random));
            }
        }
        return document;
    }

    private static JsonNode value(Class<?> type, Random random) {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return JSON.stringNode(((Enum<?>) constants[random.nextInt(constants.length)]).name());
        }
        if (type == String.class) {
            return JSON.stringNode("a" + random.nextInt(99));
        }
        boolean yesOrNo = type == boolean.class || type == Boolean.class;
        return yesOrNo ? JSON.booleanNode(random.nextBoolean()) : JSON.numberNode(random.nextInt(99));
    }
}
