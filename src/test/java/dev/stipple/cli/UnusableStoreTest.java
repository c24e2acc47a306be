package dev.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.H2;
import dev.stipple.StoreContext;
import dev.stipple.cli.arguments.ExitCode;
import dev.stipple.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks after the database from the command line, where something is wrong: it says so in a line, and leaves nothing. */
@Tag("whole")
class UnusableStoreTest {

    /** What a command gave. */
    private record Ran(int code, String said) {}

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectory(folder.resolve("here"));
        Files.createDirectory(folder.resolve("there"));
        Files.writeString(folder.resolve("here/stipple.key"), key('a'));
    }

    @Test
    void aBackupThatFailsLeavesNoHalfBehind() throws Exception {
        run("restore", backup().toString(), "here");
        Database.connect(url("here"), "sa", "").sql().sql("drop table seen").update();

        Ran ran = run("backup", folder.resolve("half.zip").toString(), "here");

        assertThat(ran.said()).contains("seen").doesNotContain("\tat ");
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(folder.resolve("half.zip")).doesNotExist();
    }

    @Test
    void aRestoreWithoutTheRightKeyMakesNothingThatIsInTheWayOfTheNextOne() throws Exception {
        Path backup = backup();

        assertThat(run("restore", backup.toString(), "there")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(ran.said()).startsWith("There is no key file");
        });
        assertThat(folder.resolve("there")).isEmptyDirectory();

        Files.writeString(folder.resolve("there/stipple.key"), key('b'));
        assertThat(run("restore", backup.toString(), "there")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(ran.said()).startsWith("The backup was taken under another master key");
        });
        assertThat(names("there")).containsExactly("stipple.key");

        Files.writeString(folder.resolve("there/stipple.key"), key('a'));
        assertThat(run("restore", backup.toString(), "there").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatIsNoBackupMakesNothing() throws Exception {
        Path other = Files.writeString(folder.resolve("other.zip"), "no zip");

        Ran ran = run("restore", other.toString(), "here");

        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.said()).startsWith("This is not a whole backup");
        assertThat(names("here")).containsExactly("stipple.key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--spring.datasource.url=nonsense",
                "--spring.datasource.url=jdbc:mysql://127.0.0.1/x",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x",
                "--spring.datasource.url=jdbc:h2:file:/nowhere/stipple",
                "--stipple.key=short",
                "--stipple.erasure.within=9m",
                "--stipple.erasure.within=-1d"
            })
    void whatCannotBeOpenedIsToldWithoutATrace(String setting) throws Exception {
        run("restore", backup().toString(), "here");

        Ran ran = run("audit", "verify", setting, "here");

        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.said().lines().count()).as(ran.said()).isOne();
        assertThat(ran.said()).doesNotContain("Exception", "\tat ", "stop the service");
    }

    /** One that nobody is in yet. */
    private Path backup() throws Exception {
        Path made = Files.createDirectories(folder.resolve("made"));
        Path backup = made.resolve("backup.zip");
        Files.writeString(made.resolve("stipple.key"), key('a'));
        try (var store = new StoreContext(settings("made").toList()).open(true);
                var out = Files.newOutputStream(backup)) {
            store.backup().write(out);
        }
        return backup;
    }

    private List<String> names(String data) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(data))) {
            return files.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    private String url(String data) {
        return "jdbc:h2:file:" + folder.resolve(data).resolve("stipple") + H2.MODE;
    }

    /** What is kept in a folder; what a test says later counts. */
    private Stream<String> settings(String data) {
        return Stream.of(
                "--spring.datasource.url=" + url(data),
                "--spring.datasource.username=sa",
                "--stipple.key=",
                "--stipple.data=" + folder.resolve(data));
    }

    /** Runs a command on the folder that is named last. */
    private Ran run(String... words) {
        List<String> given = List.of(words).subList(0, words.length - 1);
        var said = new StringWriter();
        var err = new PrintWriter(said);
        int code = Cli.run(
                StoreContext::new,
                new PrintWriter(new StringWriter()),
                err,
                Stream.concat(
                                given.stream(),
                                settings(words[words.length - 1])
                                        .filter(each -> given.stream()
                                                .noneMatch(own -> own.startsWith(each.replaceFirst("=.*", "=")))))
                        .toArray(String[]::new));
        return new Ran(code, said.toString());
    }
}
