package dev.stipple.api.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.stipple.assessment.Explanation;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Describes records exactly: what cannot be null is always there, and nothing else is. Records and enumerations are components
 * by name, so that a generated client has one type for each.
 */
@Component
class RecordSchemas implements ModelConverter {
    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> described =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (described == Object.class) {
            return reference("AnswerValue");
        }
        if (JsonNode.class.isAssignableFrom(described)) {
            return new JsonSchema().types(Set.of("object"));
        }
        if (described.isSealed() && described.isInterface()) {
            return kinds(described, context);
        }
        if (described.isEnum()) {
            return enumeration(type, described, context, chain);
        }
        if (!described.isRecord()) {
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
        String name = name(described);
        Schema<?> schema = chain.next().resolve(type.name(name), context, chain);
        Schema<?> defined = context.getDefinedModels().get(name);
        if (defined != null) {
            describe(described, defined);
            raw(described).forEach(component -> defined.getProperties().put(name(component), kept(component, context)));
        }
        return schema;
    }

    /** The kinds of one thing as one type, with what only some of them have: generated clients cannot tell which one came. */
    private Schema<?> kinds(Class<?> described, ModelConverterContext context) {
        var kinds = Arrays.stream(described.getPermittedSubclasses())
                .map(kind -> {
                    context.resolve(new AnnotatedType(kind));
                    return Objects.requireNonNull(context.getDefinedModels().get(name(kind)));
                })
                .toList();
        Schema<?> one = new JsonSchema().types(Set.of("object")).additionalProperties(false);
        kinds.forEach(kind -> properties(kind).forEach(one::addProperty));
        one.setRequired(properties(one).keySet().stream()
                .filter(member ->
                        kinds.stream().allMatch(kind -> kind.getRequired().contains(member)))
                .toList());
        context.defineModel(name(described), one);
        return reference(name(described));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        return (Map) schema.getProperties();
    }

    private @Nullable Schema<?> enumeration(
            AnnotatedType type, Class<?> described, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> values = chain.next().resolve(type, context, chain);
        if (values == null || values.getEnum() == null) {
            return values;
        }
        String name = name(described);
        Schema<Object> one = new JsonSchema();
        one.setEnum(List.copyOf(values.getEnum()));
        context.defineModel(name, one.types(Set.of("string")));
        return reference(name);
    }

    /** What is written as it was kept: answers, which the questionnaire of their day understood, or an assessment. */
    private static Schema<?> kept(RecordComponent component, ModelConverterContext context) {
        return switch (component.getName()) {
            case "answers" -> reference("KeptAnswers");
            case "assessment" -> {
                context.resolve(new AnnotatedType(Explanation.class));
                yield reference("Explanation");
            }
            default -> throw new IllegalStateException(component + " is raw JSON; say here what it holds");
        };
    }

    private static Stream<RecordComponent> raw(Class<?> described) {
        return Arrays.stream(described.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonRawValue.class));
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
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
        schema.setRequired(Arrays.stream(described.getRecordComponents())
                .flatMap(RecordSchemas::unwrapped)
                .filter(RecordSchemas::isRequired)
                .map(RecordSchemas::name)
                .toList());
        schema.setAdditionalProperties(false);
    }

    /** Whether it cannot be null, or is null only until its absence has been told of in words. */
    private static boolean isRequired(RecordComponent component) {
        var said = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (said != null && said.requiredMode() == RequiredMode.REQUIRED);
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
