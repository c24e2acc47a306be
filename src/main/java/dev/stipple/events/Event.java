package dev.stipple.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that happened to a screening. It says that much and no more: who is told reads the rest through the API, with a
 * key of their own.
 *
 * @param id the same at every receiver and every time that it is sent
 * @param reference of the screening, without hyphens
 * @param version that the screening then had, which tells what came later
 */
public record Event(String id, Kind kind, String reference, int version, Instant at) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What happened. */
    public enum Kind {
        KEPT,
        /** Other answers of the person are kept, or the same are assessed again. */
        REVISED,
        DECIDED,
        /** A question is put to the person. */
        SENT_BACK,
        /** The person sent a letter or a photo, which makes no version. */
        FILE_SENT,
        /** Something fell due, so that it waits for a decision again. */
        DUE,
        ERASED;

        String type() {
            return "screening." + name().toLowerCase(Locale.ROOT);
        }
    }

    private record Body(String type, String timestamp, Data data) {}

    private record Data(String reference, int version) {}

    /** As the API writes it. */
    private String grouped() {
        return reference.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** What is sent, byte for byte the same each time. */
    byte[] body() {
        return JSON.writeValueAsString(new Body(kind.type(), at.toString(), new Data(grouped(), version)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
