package dev.stipple.cli.lsp;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Files as editors name them. */
final class Uris {
    private Uris() {}

    /** The file that a URI stands for; empty where it is none of this machine. */
    static Optional<Path> path(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equals(parsed.getScheme())
                    ? Optional.of(Path.of(parsed).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name of a file in a rules folder, as places have it; empty where it does not lie in it. */
    static Optional<String> name(Path folder, String uri) {
        Path root = folder.toAbsolutePath().normalize();
        return path(uri)
                .filter(file -> file.startsWith(root) && !file.equals(root))
                .map(file -> root.relativize(file).toString().replace('\\', '/'));
    }

    static String of(Path folder, String name) {
        return folder.toAbsolutePath().normalize().resolve(name).toUri().toString();
    }
}
