package dev.stipple.rulebook.engine;

import dev.stipple.text.CacheFile;
import dev.stipple.text.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.drools.drl.parser.DrlParser;
import org.jspecify.annotations.Nullable;

/** Keeps a compiled rule file in the user's cache folder, as compiling takes many times as long as reading. */
record CompiledRulesCache(CacheFile file) {
    /** What an entry holds, so that no build takes it for something else that an earlier one kept. */
    private static final String HOLDS = "one file";

    /** Where the classes that follow from these texts are kept, by the version of Drools. */
    static CompiledRulesCache of(Map<String, String> texts) {
        var key = new TreeMap<>(texts);
        key.put("holds", HOLDS);
        key.put("drools", String.valueOf(DrlParser.class.getPackage().getImplementationVersion()));
        return new CompiledRulesCache(CacheFile.of(Digest.of(key) + ".jar"));
    }

    /** The kept classes by file name; null where there are none, or where some are damaged or missing. */
    @Nullable
    Map<String, byte[]> read() {
        return file.read().map(this::entries).orElse(null);
    }

    private @Nullable Map<String, byte[]> entries(byte[] jar) {
        try (var listed = new ZipFile(file.path().toFile())) {
            Map<String, byte[]> entries = CompiledRules.entries(jar);
            return entries.size() == listed.size() ? entries : null;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    /** Keeps the classes where it can. */
    void write(byte[] jar) {
        file.write(jar);
    }
}
