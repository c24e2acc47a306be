package dev.stipple.rulebook.engine;

import dev.stipple.text.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.drools.drl.parser.DrlParser;
import org.jspecify.annotations.Nullable;

/**
 * Keeps compiled rules in the user's cache folder, as compiling takes many times as long as reading. What cannot be read
 * or kept is compiled anew. The folder is {@code stipple.cache}, or {@code stipple} in {@code XDG_CACHE_HOME}, or
 * {@code ~/.cache/stipple}.
 */
final class CompiledRulesCache {
    private static final int MOST_KEPT = 16;

    private final Path file;

    private CompiledRulesCache(Path file) {
        this.file = file;
    }

    /** Where the classes for these rule files are kept, by their text and by the version of Drools. */
    static CompiledRulesCache of(SortedMap<String, String> files) {
        var key = new TreeMap<>(files);
        key.put("drools", String.valueOf(DrlParser.class.getPackage().getImplementationVersion()));
        return new CompiledRulesCache(folder().resolve(Digest.of(key) + ".jar"));
    }

    private static Path folder() {
        String xdg = Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), "");
        Path home = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return Path.of(
                System.getProperty("stipple.cache", home.resolve("stipple").toString()));
    }

    /** The kept classes by file name; null where there are none, or where some are damaged or missing. */
    @Nullable
    Map<String, byte[]> read() {
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            return null;
        }
        try (var listed = new ZipFile(file.toFile())) {
            Map<String, byte[]> entries = CompiledRules.entries(Files.readAllBytes(file));
            return entries.size() == listed.size() ? entries : null;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    /** Keeps the classes where it can, in one step, and lets go of the oldest ones. */
    void write(byte[] jar) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(folder, "rules", ".part");
            try {
                Files.write(whole, jar, StandardOpenOption.SYNC);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
            forgetOldest(folder);
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be written, as in a container, only costs time.
            return;
        }
    }

    private static void forgetOldest(Path folder) throws IOException {
        try (Stream<Path> kept = Files.list(folder)) {
            var oldest = kept.filter(path -> path.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing(CompiledRulesCache::age).reversed())
                    .skip(MOST_KEPT)
                    .toList();
            for (Path path : oldest) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static long age(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
