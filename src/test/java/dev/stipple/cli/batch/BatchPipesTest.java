package dev.stipple.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Needed;
import dev.stipple.ServiceProcess;
import dev.stipple.cli.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch among other programs of a shell. */
@Tag("whole")
class BatchPipesTest {
    private static final String BATCH =
            "exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC dev.stipple.Stipple batch --rules "
                    + Path.of("rules").toAbsolutePath() + " ";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void itStandsBetweenPipes() throws Exception {
        people("50");
        assertThat(ended("head -20 people.jsonl | gzip > a.gz; tail -30 people.jsonl | gzip > b.gz;"
                        + " cat a.gz b.gz | (" + BATCH + "- - 2> said) | gzip | gunzip > out.jsonl"))
                .isZero();
        assertThat(ended(BATCH + "people.jsonl alone.jsonl 2>> said >> said")).isZero();

        assertThat(read("out.jsonl")).hasLineCount(50).isEqualTo(read("alone.jsonl"));
        assertThat(read("said")).contains("50 people, 0 rejected");
    }

    @ParameterizedTest
    @CsvSource({"INT, out.jsonl", "TERM, out.jsonl.gz"})
    void aSignalEndsItWhereItIsTakenUpAgain(String signal, String out) throws Exception {
        people("6000");
        Process batch = shell(BATCH + "people.jsonl " + out + " > said 2>&1");
        while (!Files.exists(folder.resolve(out + ".progress")) && batch.isAlive()) {
            Thread.sleep(20);
        }
        new ProcessBuilder(Needed.program("kill").toString(), "-" + signal, Long.toString(batch.pid()))
                .start()
                .waitFor();

        assertThat(batch.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(batch.exitValue()).isEqualTo(signal.equals("INT") ? 130 : 143);
        assertThat(read("said")).contains("stopped; the same command goes on from here");
        assertThat(ended(BATCH + "people.jsonl " + out + " > said 2>&1")).isZero();
        assertThat(read("said")).containsPattern("goes on after [1-9]").contains("6000 people, 0 rejected");
        assertThat(ended(BATCH + "people.jsonl whole.jsonl > said 2>&1")).isZero();
        assertThat(ended((out.endsWith(".gz") ? "zcat " : "cat ") + out + " | cmp - whole.jsonl"))
                .isZero();
    }

    private void people(String count) throws IOException {
        Files.writeString(folder.resolve("people.jsonl"), Printed.by("generate", count, "--seed", "7"));
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private int ended(String command) throws Exception {
        Process process = shell(command);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private Process shell(String command) throws IOException {
        // What is started in the background has SIGINT ignored, and so has all that it starts.
        var builder = new ProcessBuilder(
                        Needed.program("env").toString(),
                        "--default-signal=INT",
                        "bash",
                        "-o",
                        "pipefail",
                        "-c",
                        command)
                .directory(folder.toFile());
        builder.environment().put("CLASSPATH", ServiceProcess.shippedClassPath());
        return builder.inheritIO().start();
    }
}
