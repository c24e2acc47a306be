package dev.stipple.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a receiver takes what the service sends, each event once, and nothing that is forged. */
@Tag("whole")
@NullUnmarked
final class ExampleReceiverTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_AAAA9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    private static Path folder;

    private static Process process;
    private static BufferedReader said;
    private static String port;

    private final HttpPost post = new HttpPost(Duration.ofSeconds(20));

    @BeforeAll
    static void start() throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "examples/receiver/Receiver.java",
                "0",
                file().toString());
        builder.environment().put("SECRET", SECRET);
        process = builder.redirectErrorStream(true).start();
        said = process.inputReader();
        String line = said.readLine();
        assertThat(line).startsWith("Listening on port ");
        port = line.replaceAll("\\D", "");
    }

    @AfterAll
    static void end() {
        process.destroy();
    }

    private static Path file() {
        return folder.resolve("events");
    }

    private static Event event(String id) {
        return new Event(id, Event.Kind.KEPT, "K7QF3M2X9RTW", 1, Instant.parse("2026-03-02T08:00:00Z"));
    }

    private static Receiver receiver(String secret) {
        return Receiver.of("example", "http://localhost:" + port + "/events", secret);
    }

    @Test
    void anEventIsTakenOnceHoweverOftenItIsSent() throws Exception {
        assertThat(post.send(receiver(SECRET), event("one"), Instant.now())).isEmpty();
        assertThat(post.send(receiver(SECRET), event("one"), Instant.now())).isEmpty();

        assertThat(said.readLine()).startsWith("one {\"type\":\"screening.kept\"");
        assertThat(said.readLine()).isEqualTo("one again");
        assertThat(Files.readAllLines(file()))
                .filteredOn(line -> line.startsWith("one"))
                .hasSize(1);
    }

    @Test
    void whatCouldNotBeWrittenIsTakenWhenItIsSentAgain() throws Exception {
        Files.deleteIfExists(file());
        Files.createDirectory(file());
        assertThat(post.send(receiver(SECRET), event("late"), Instant.now())).isPresent();

        Files.delete(file());
        assertThat(post.send(receiver(SECRET), event("late"), Instant.now())).isEmpty();

        assertThat(said.readLine()).startsWith("late {");
        assertThat(Files.readAllLines(file())).singleElement().asString().startsWith("late {");
    }

    @Test
    void whatIsForgedOrOldIsRefused() {
        Instant past = Instant.now().minus(Duration.ofHours(1));

        assertThat(post.send(receiver(OTHER), event("two"), Instant.now())).contains("HTTP 401");
        assertThat(post.send(receiver(SECRET), event("two"), past)).contains("HTTP 401");
        assertThat(file())
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        some -> assertThat(some).content().doesNotContain("two"));
    }
}
