package dev.stipple.api.strict;

import dev.stipple.text.Nearest;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads codes as they are written, where Jackson would cut off blanks around them, and names the nearest to one that is none. */
final class ExactCodes extends DelegatingDeserializer {
    /** Puts it before the reader of every enumeration. */
    static final class Everywhere extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> codes) {
            return new ExactCodes(codes, names(type));
        }
    }

    private final List<String> names;

    private ExactCodes(ValueDeserializer<?> codes, List<String> names) {
        super(codes);
        this.names = names;
    }

    private static List<String> names(JavaType type) {
        return Stream.of(type.getRawClass().getEnumConstants())
                .map(code -> ((Enum<?>) code).name())
                .toList();
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> codes) {
        return new ExactCodes(codes, names);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            String code = parser.getString();
            if (!code.equals(code.trim())) {
                throw new UnfitText(parser, "this code has a blank before or after it");
            }
            if (!names.contains(code)) {
                throw new UnfitText(parser, "there is no such code; " + Nearest.remedy(code, names));
            }
        }
        return super.deserialize(parser, context);
    }
}
