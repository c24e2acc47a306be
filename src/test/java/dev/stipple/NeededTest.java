package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class NeededTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream loud = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void withoutTheProgramATestIsSkippedLoudly() {
        assertThatThrownBy(() -> Needed.decide("chromium", false, false, loud))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("chromium");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("TESTS SKIPPED", "chromium");
    }

    @Test
    void inCiItFailsInstead() {
        assertThatThrownBy(() -> Needed.decide("chromium", false, true, loud))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("chromium");
    }

    @Test
    void withTheProgramItRunsAndSaysNothing() {
        Needed.decide("chromium", true, false, loud);
        Needed.decide("chromium", true, true, loud);

        assertThat(said.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "woodpecker, true", "false, false", "'', false", ", false"})
    void theVariableThatEveryCiSetsTellsIt(String variable, boolean ci) {
        assertThat(Needed.isCi(variable)).isEqualTo(ci);
    }

    @Test
    void aProgramIsLookedForOnThePath(@TempDir Path empty, @TempDir Path full) throws IOException {
        Path program = Files.createFile(full.resolve("chromium"));
        String path = empty + File.pathSeparator + full;
        assertThat(Needed.installed("chromium", path)).isEmpty();

        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Needed.installed("chromium", path)).contains(program);
        assertThat(Needed.installed("firefox", path)).isEmpty();
    }
}
