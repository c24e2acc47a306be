package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the cache of compiled rules is damaged, as after a disk was full or the power went. */
@NullUnmarked
final class CompiledRulesTest {
    private static final RulesFolder RULES = RulesFolder.read(Path.of("src/test/resources/planted/base"));

    @TempDir
    private Path cache;

    private String kept;
    private Path compiled;
    private byte[] whole;

    @BeforeEach
    void compile() throws IOException {
        kept = System.setProperty("stipple.cache", cache.toString());
        Rulebook.load(RULES);
        compiled = files().get(0);
        whole = Files.readAllBytes(compiled);
    }

    @AfterEach
    void restore() {
        if (kept == null) {
            System.clearProperty("stipple.cache");
        } else {
            System.setProperty("stipple.cache", kept);
        }
    }

    @Test
    void aFileThatWasCutShortIsCompiledAnew() throws IOException {
        for (int length : new int[] {0, whole.length / 2, whole.length - 30}) {
            assertCompiledAnewFrom(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void aFileWithAHoleIsCompiledAnew() throws IOException {
        byte[] hole = whole.clone();
        Arrays.fill(hole, whole.length / 3, whole.length / 2, (byte) 0);

        assertCompiledAnewFrom(hole);
    }

    @Test
    void whatCannotBeKeptLeavesNothingBehind() throws IOException {
        List<Path> before = files();
        Files.delete(compiled);
        Files.createFile(Files.createDirectories(compiled).resolve("in-the-way"));

        Rulebook.load(RULES);

        assertThat(files()).containsExactlyInAnyOrderElementsOf(before);
    }

    private void assertCompiledAnewFrom(byte[] damaged) throws IOException {
        Files.write(compiled, damaged);

        assertThat(Rulebook.load(RULES).rules()).isNotEmpty();
        assertThat(Files.readAllBytes(compiled)).isNotEqualTo(damaged);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }
}
