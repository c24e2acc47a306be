package dev.stipple.api.strict;

import dev.stipple.fuzz.Claims;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that are bound to records. */
public final class BodyFuzz {
    private static final JsonMapper MAPPER = BoundBodies.mapper();
    private static final List<Class<?>> TYPES = BoundBodies.types();

    private BodyFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> TYPES.forEach(type -> tryOut(data, type)));
    }

    private static void tryOut(byte[] data, Class<?> type) {
        Object read;
        try {
            read = MAPPER.readValue(data, type);
        } catch (JacksonException e) {
            return;
        }
        if (read != null) {
            Assertions.assertEquals(read, MAPPER.readValue(MAPPER.writeValueAsBytes(read), type));
        }
    }
}
