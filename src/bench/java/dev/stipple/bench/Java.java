package dev.stipple.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Javas that starts are measured with: the one that runs, or those of {@code bench.javas}, with colons between. */
final class Java {
    private Java() {}

    static Path current() {
        return Path.of(System.getProperty("java.home"));
    }

    static List<Path> all() {
        String named = System.getProperty("bench.javas", "");
        return named.isEmpty()
                ? List.of(current())
                : Stream.of(named.split(":")).map(Path::of).toList();
    }

    static String name(Path java) {
        return "Java " + java.getFileName();
    }
}
