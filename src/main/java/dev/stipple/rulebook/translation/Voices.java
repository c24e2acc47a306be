package dev.stipple.rulebook.translation;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code KEY: text | KEY: text}. */
public final class Voices {
    private Voices() {}

    /** What each source says, by its key; of a part without a key, nothing. */
    public static Map<String, String> of(String otherwise) {
        var voices = new LinkedHashMap<String, String>();
        for (String part : otherwise.split("\\|", -1)) {
            String[] said = part.strip().split("\\s*:\\s+", 2);
            if (!said[0].isEmpty()) {
                voices.put(said[0], said.length == 2 ? said[1] : "");
            }
        }
        return voices;
    }
}
