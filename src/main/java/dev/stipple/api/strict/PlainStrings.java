package dev.stipple.api.strict;

import dev.stipple.text.PlainText;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads texts that a database keeps and a page shows, and no others. */
final class PlainStrings extends StringDeserializer {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (!PlainText.is(text)) {
            throw new UnfitText(parser, PlainText.FAULT);
        }
        return text;
    }
}
