package dev.stipple.api.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Describes records exactly: what cannot be null is always there, and nothing else is. */
@Component
class RecordSchemas implements ModelConverter {
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> described =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (JsonNode.class.isAssignableFrom(described)) {
            return new JsonSchema().types(Set.of("object"));
        }
        if (!described.isRecord()) {
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
        String name = name(described);
        Schema<?> schema = chain.next().resolve(type.name(name), context, chain);
        Schema<?> defined = context.getDefinedModels().get(name);
        if (defined != null) {
            describe(described, defined);
        }
        return schema;
    }

    /** The name of a record; of one within another, the names of both, as several may have the short one. */
    private String name(Class<?> described) {
        Class<?> outer = described.getEnclosingClass();
        String name = (outer == null ? "" : outer.getSimpleName()) + described.getSimpleName();
        Class<?> other = named.putIfAbsent(name, described);
        if (other != null && other != described) {
            throw new IllegalStateException(
                    described.getName() + " and " + other.getName() + " would have one name in the API; rename one");
        }
        return name;
    }

    private static void describe(Class<?> described, Schema<?> schema) {
        Arrays.stream(described.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonRawValue.class))
                .forEach(component ->
                        schema.getProperties().put(name(component), new JsonSchema().types(Set.of("object"))));
        schema.setRequired(Arrays.stream(described.getRecordComponents())
                .flatMap(RecordSchemas::unwrapped)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordSchemas::name)
                .toList());
        schema.setAdditionalProperties(false);
    }

    /** The components that stand in a component's place in JSON. */
    private static Stream<RecordComponent> unwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? Arrays.stream(component.getType().getRecordComponents())
                : Stream.of(component);
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }
}
