package dev.stipple.assessment;

import dev.stipple.assessment.Explanation.Citation;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Writes a citation as JSON once, and then only copies it: citations are most of every assessment, and few. */
final class CitationJson extends ValueSerializer<Citation> {
    private static final Map<Citation, SerializedString> WRITTEN = new ConcurrentHashMap<>();

    @Override
    public void serialize(Citation citation, JsonGenerator json, SerializationContext context) {
        if (context.isEnabled(SerializationFeature.INDENT_OUTPUT)) {
            write(citation, json);
        } else {
            json.writeRawValue(WRITTEN.computeIfAbsent(citation, CitationJson::written));
        }
    }

    private static SerializedString written(Citation citation) {
        var text = new StringWriter();
        try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
            write(citation, json);
        }
        return new SerializedString(text.toString());
    }

    private static void write(Citation citation, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", citation.id());
        json.writeStringProperty("title", citation.title());
        json.writeStringProperty("publisher", citation.publisher());
        if (citation.year() != null) {
            json.writeNumberProperty("year", citation.year());
        }
        json.writeStringProperty("kind", citation.kind());
        text("address", citation.address(), json);
        json.writeStringProperty("strength", citation.strength());
        text("note", citation.note(), json);
        json.writeEndObject();
    }

    private static void text(String name, @Nullable String text, JsonGenerator json) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }
}
