package dev.stipple.rulebook.translation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code KEY: text | KEY: text}. */
public final class Voices {
    private Voices() {}

    /**
     * One part of it.
     *
     * @param says empty where the part has no key of its own; it is the key then
     */
    public record Voice(String key, String says) {}

    /** All parts, as they are written. */
    public static List<Voice> all(String written) {
        return Stream.of(written.split("\\|", -1))
                .map(part -> part.strip().split("\\s*:\\s+", 2))
                .filter(said -> !said[0].isEmpty())
                .map(said -> new Voice(said[0], said.length == 2 ? said[1] : ""))
                .toList();
    }

    /** What each source says first, by its key; of a part without a key, nothing. */
    public static Map<String, String> of(String written) {
        var voices = new LinkedHashMap<String, String>();
        all(written).forEach(voice -> voices.putIfAbsent(voice.key(), voice.says()));
        return voices;
    }
}
