package dev.stipple.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Holds every exchange to the OpenAPI document: path, method, status, media type and body have to be in it. */
public final class Contract {
    private static final int NOT_MODIFIED = 304;

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    public Contract(String json) {
        document = JsonMapper.shared().readTree(json);
    }

    /** Checks one answer; what is served beside the API, such as health and pages, is left alone. */
    public void check(HttpResponse<String> response) {
        String path = response.uri().getPath();
        if (response.statusCode() == NOT_MODIFIED) {
            return;
        }
        if (Stream.of("/api/", "/fhir/", "/cds-services", "/surveyjs/").noneMatch(path::startsWith)) {
            return;
        }
        String place = response.request().method() + " " + path + " -> " + response.statusCode();
        String template = template(path);
        JsonNode responses = document.path("paths")
                .path(template)
                .path(response.request().method().toLowerCase(Locale.ROOT))
                .path("responses");
        String status = Stream.of(
                        Integer.toString(response.statusCode()), response.statusCode() / 100 + "XX", "default")
                .filter(responses::has)
                .findFirst()
                .orElseThrow(() -> new AssertionError(place + " is not documented"));
        if (response.body().isEmpty() && responses.path(status).path("content").isEmpty()) {
            return;
        }
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertTrue(
                responses.path(status).path("content").has(type),
                place + " is of type " + type + ", documented are "
                        + responses.path(status).path("content").propertyNames());
        JsonNode schema = responses.path(status).path("content").path(type).path("schema");
        assertEquals(
                List.of(),
                schemas.computeIfAbsent(schema, this::schema).validate(response.body(), InputFormat.JSON),
                place + ": " + response.body());
    }

    private String template(String path) {
        return document.path("paths").propertyNames().stream()
                .filter(template -> path.matches(template.replace("$", "\\$").replaceAll("\\{[^}]+}", "[^/]+")))
                .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")))
                .orElseThrow(() -> new AssertionError(path + " is not documented"));
    }

    private Schema schema(JsonNode schema) {
        ObjectNode standalone = JsonNodeFactory.instance.objectNode();
        standalone.putArray("allOf").add(schema);
        standalone.set("components", document.path("components"));
        return registry.getSchema(standalone);
    }
}
