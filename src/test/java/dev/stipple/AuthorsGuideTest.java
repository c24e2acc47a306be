package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Guide.Command;
import dev.stipple.Guide.Edit;
import dev.stipple.Guide.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the guide for authors to the letter, with a copy of the rules alone, sees what it shows. Takes about a minute. */
@Tag("whole")
class AuthorsGuideTest {
    private static final Path GUIDE = Path.of("docs/authors.md");
    private static final String STIPPLE = "./stipple ";
    private static final String SERVE = STIPPLE + "serve ";

    @TempDir
    private Path folder = Path.of("");

    private final List<AutoCloseable> opened = new ArrayList<>();
    private int port;

    @Test
    void everySnippetAndCommandWorksAsItStands() throws Exception {
        Needed.program("curl");
        Needed.program("openssl");
        RunningService.copy(Path.of("rules"), folder.resolve("rules"));
        var steps = Guide.steps(Files.readString(GUIDE));
        assertThat(steps).hasSizeGreaterThan(40);
        try (var shell = new Shell(folder)) {
            for (Step step : steps) {
                if (step instanceof Edit edit) {
                    apply(edit);
                } else if (step instanceof Command command) {
                    String said = run(command.command(), shell);
                    assertThat(command.prints(said))
                            .as("line %d: $ %s%n%s", command.line(), command.command(), said)
                            .isTrue();
                }
            }
        } finally {
            for (AutoCloseable each : opened) {
                each.close();
            }
        }
    }

    private void apply(Edit edit) throws IOException {
        Path file = folder.resolve(edit.file());
        Files.writeString(file, edit.in(Files.exists(file) ? Files.readString(file) : ""));
    }

    private String run(String command, Shell shell) throws IOException {
        if (command.startsWith(SERVE)) {
            serve(command.substring(SERVE.length()));
            return "";
        }
        return command.startsWith(STIPPLE) ? shell.run(command.substring(STIPPLE.length())) : other(command);
    }

    /** The service that is started, on any free port; its options name files. */
    private void serve(String options) {
        var all = Stream.concat(Stream.of(options.split(" ", -1)), Stream.of("--stipple.data=data"))
                .map(option -> option.replaceFirst("=.*", "=") + folder.resolve(option.replaceFirst(".*=", "")))
                .toArray(String[]::new);
        var service = RunningService.on(folder.resolve("rules"), all);
        opened.add(service);
        port = service.port();
    }

    private String other(String command) throws IOException {
        Process process = new ProcessBuilder("bash", "-e", "-c", command.replace("localhost:8080", "localhost:" + port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Runs commands of Stipple one after the other in a Java machine of their own, in a folder. */
    private static final class Shell implements AutoCloseable {
        private final Process process;
        private final Writer asked;
        private final BufferedReader said;

        Shell(Path folder) throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            process = new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            ServiceProcess.classPathWith(folder),
                            GuideShell.class.getName())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            asked = process.outputWriter(StandardCharsets.UTF_8);
            said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        String run(String command) throws IOException {
            asked.append(command.replace("'", "")).append('\n').flush();
            var lines = new StringBuilder();
            for (String line = said.readLine(); !GuideShell.END.equals(line); line = said.readLine()) {
                if (line == null) {
                    throw new AssertionError("the shell ended: " + lines);
                }
                lines.append(line).append('\n');
            }
            return lines.toString();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
