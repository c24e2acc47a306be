package dev.stipple.live;

import dev.stipple.text.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Names this very build of the program by all that is in its jar, or in the folder that its classes are run from. */
final class ProgramDigest {
    /** How the loader of an executable jar names its classes: {@code jar:nested:/app/stipple.jar/!BOOT-INF/classes/!/}. */
    private static final String NESTED = "jar:nested:";

    private ProgramDigest() {}

    /** Empty where nobody can tell what the program is made of. */
    static Optional<String> get() {
        try {
            String from = ProgramDigest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString();
            String file = from.startsWith(NESTED)
                    ? "file:" + from.substring(NESTED.length(), from.indexOf("/!", NESTED.length()))
                    : from;
            return Optional.of(of(Path.of(URI.create(file))));
        } catch (IOException | UncheckedIOException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Of a jar, or of a folder. */
    static String of(Path program) throws IOException {
        return Digest.of(Files.isDirectory(program) ? folder(program) : jar(program));
    }

    private static SortedMap<String, String> jar(Path jar) throws IOException {
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> parts.put(entry.getName(), entry.getCrc() + " " + entry.getSize()));
        }
        return parts;
    }

    private static SortedMap<String, String> folder(Path folder) throws IOException {
        var parts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                parts.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }
}
