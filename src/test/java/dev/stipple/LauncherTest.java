package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside a jar, in a folder whose name has a blank. */
@Tag("whole")
class LauncherTest {
    private static final Path JAR = Path.of("target/stipple.jar");

    @TempDir
    Path parent;

    @Test
    void theArchiveIsUsedAndChangesNoAnswer() throws Exception {
        Path home = beside("any folder");
        String cold = said(home, "assess", "--json", "examples/man-dark-skin.answers.json");

        assertThat(cold).startsWith("{");
        assertThat(unpacked(home)).hasSize(1);

        assertThat(said(home, "warm", "rules")).contains("writing the archive");
        assertThat(unpacked(home).get(0).resolve("archive")).isRegularFile();
        assertThat(said(home, "assess", "--json", "examples/man-dark-skin.answers.json"))
                .isEqualTo(cold);

        assertThat(exitWithoutFallback(home)).isZero();
        Files.delete(unpacked(home).get(0).resolve("archive"));
        Files.writeString(unpacked(home).get(0).resolve("archive"), "none");
        assertThat(exitWithoutFallback(home)).isNotZero();
        assertThat(said(home, "--version")).contains("stipple");
    }

    @Test
    void anotherJarIsUnpackedAnewAndHalfOfOneIsNotTakenForWhole() throws Exception {
        Path home = beside("other");
        Files.writeString(home.resolve("stipple.jar"), "no jar");
        Process process = new ProcessBuilder(command(home, "--version")).start();
        process.getInputStream().readAllBytes();

        assertThat(process.waitFor()).isNotZero();
        assertThat(unpacked(home)).isEmpty();

        Files.delete(home.resolve("stipple.jar"));
        Files.copy(JAR, home.resolve("stipple.jar"));
        assertThat(said(home, "--version")).contains("stipple");
        assertThat(unpacked(home)).hasSize(1);
    }

    @Test
    void withoutAJarItSaysHowToBuildOne() throws Exception {
        Path home = beside("none");
        Files.delete(home.resolve("stipple.jar"));
        Process process = new ProcessBuilder(command(home, "check"))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("./mvnw verify");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    /** Java ends at once where it cannot use the archive and may not do without. */
    private static int exitWithoutFallback(Path home) throws Exception {
        var builder = new ProcessBuilder(command(home, "--version")).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xshare:on");
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private Path beside(String name) throws IOException {
        Path home = Files.createDirectories(parent.resolve(name));
        Files.copy(JAR, home.resolve("stipple.jar"));
        Files.copy(Path.of("stipple"), home.resolve("stipple"));
        return home;
    }

    private static List<Path> unpacked(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    private static List<String> command(Path home, String... words) {
        var command = new ArrayList<>(List.of("sh", home.resolve("stipple").toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static String said(Path home, String... words) throws Exception {
        return end(new ProcessBuilder(command(home, words)));
    }

    private static String end(ProcessBuilder builder) throws Exception {
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
