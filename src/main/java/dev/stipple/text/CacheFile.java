package dev.stipple.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file in the user's cache folder, for what takes many times as long to work out as to read. What cannot be read or kept
 * is worked out anew. The folder is {@code stipple.cache}, or {@code stipple} in {@code XDG_CACHE_HOME}, or
 * {@code ~/.cache/stipple}.
 */
public final class CacheFile {
    private static final int MOST_KEPT = 1024;

    private final Path file;

    private CacheFile(Path file) {
        this.file = file;
    }

    /** The file of this name; of all files with the same ending, the 1,024 newest are kept. */
    public static CacheFile of(String name) {
        return new CacheFile(folder().resolve(name));
    }

    private static Path folder() {
        String xdg = Objects.requireNonNullElse(System.getenv("XDG_CACHE_HOME"), "");
        Path home = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return Path.of(
                System.getProperty("stipple.cache", home.resolve("stipple").toString()));
    }

    public Path path() {
        return file;
    }

    /** What was kept; empty where there is nothing that can be read. */
    public Optional<byte[]> read() {
        if (!Files.isReadable(file) || !Files.isWritable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps this where it can, in one step, and lets go of the oldest files of the same ending. */
    public void write(byte[] content) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(folder, "whole", ".part");
            try {
                Files.write(whole, content, StandardOpenOption.SYNC);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
            forgetOldest(folder, ending(file));
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be written, as in a container, only costs time.
            return;
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.'));
    }

    private static void forgetOldest(Path folder, String ending) throws IOException {
        try (Stream<Path> kept = Files.list(folder)) {
            var oldest = kept.filter(path -> path.toString().endsWith(ending))
                    .sorted(Comparator.comparing(CacheFile::age).reversed())
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
