package dev.stipple;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests need: on a machine without one they are skipped, loudly, and in CI they fail. */
public final class Needed {
    private Needed() {}

    /** Where a program is installed; does not return where it is not. */
    public static Path program(String name) {
        Optional<Path> found = installed(name, System.getenv("PATH"));
        decide(name, found.isPresent(), isCi(System.getenv("CI")), System.err);
        return found.orElseThrow();
    }

    /** A file that the build fetches; does not return where it is not there. */
    public static void file(Path file, String command) {
        decide(file + "; fetch it with " + command, Files.exists(file), isCi(System.getenv("CI")), System.err);
    }

    static Optional<Path> installed(String name, String path) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean isCi(@Nullable String variable) {
        return variable != null && !variable.isBlank() && !variable.equals("false");
    }

    static void decide(String name, boolean installed, boolean ci, PrintStream loud) {
        if (installed) {
            return;
        }
        if (ci) {
            fail("in CI no test may be left out: install '" + name + "'");
        }
        String message = "TESTS SKIPPED: there is no '" + name + "' on the PATH; install it to run them";
        loud.println(message);
        Assumptions.abort(message);
    }
}
