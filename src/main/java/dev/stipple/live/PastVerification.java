package dev.stipple.live;

import dev.stipple.text.CacheFile;
import dev.stipple.text.Digest;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * That this very build found a state of the rules folder safe, and what it warned of, so that a start with the same rules
 * need not find it anew. Only what was found safe is kept.
 */
final class PastVerification {
    private final CacheFile file;

    private PastVerification(CacheFile file) {
        this.file = file;
    }

    /**
     * What a build found of a folder.
     *
     * @param program tells builds from each other
     */
    static PastVerification of(RulesFolder folder, String program) {
        var key = new TreeMap<>(folder.texts());
        key.put("/program", program);
        folder.pictures().forEach((name, drawing) -> key.put("/pictures/" + name, drawing));
        return new PastVerification(CacheFile.of(Digest.of(key) + ".verified"));
    }

    /** The warnings; empty where the folder was not found safe yet. */
    Optional<List<Fault>> warnings() {
        return file.read().flatMap(PastVerification::warnings);
    }

    private static Optional<List<Fault>> warnings(byte[] kept) {
        try {
            return Optional.of(JsonMapper.shared().readValue(kept, new TypeReference<List<Fault>>() {}));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    void keep(List<Fault> warnings) {
        file.write(JsonMapper.shared().writeValueAsString(warnings).getBytes(StandardCharsets.UTF_8));
    }
}
