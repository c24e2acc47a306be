package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Sixty-four clients that ask for assessments as fast as they are answered. Compared is with what as many as there are
 * processors met just before and just after, on the same machine; as other programs may take the processors in between, the
 * best of a few rounds counts.
 */
@Tag("timed")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BusyClientsTest {
    private static final int CLIENTS = 64;
    private static final int FEW = Runtime.getRuntime().availableProcessors();
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final int ROUNDS = 6;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int TIMES = 5;

    /** Twice as long as reasoning may take: once for what is before it, and once for itself. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** One answer. */
    private record Answer(int status, Duration took, String text) {}

    /**
     * What a round came to.
     *
     * @param alone what half of the answers to a single client took just before, to compare on other machines
     * @param slowest what the last of all that were served took
     */
    private record Round(
            Duration alone,
            Duration few,
            Duration busy,
            Duration slowest,
            Duration readiness,
            int served,
            int refused) {}

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private final String body;

    BusyClientsTest() throws IOException {
        body = "{\"answers\": " + Files.readString(Path.of("examples/man-recent-transplant.answers.json")) + "}";
    }

    @BeforeEach
    void warmUp() throws Exception {
        for (int i = 0; i < 300; i++) {
            assess();
        }
        round(Duration.ofSeconds(2));
    }

    @Test
    void whatIsAnsweredIsAnsweredSoonAndTheRestIsToldToComeBack() throws Exception {
        var rounds = new ArrayList<Round>();
        do {
            rounds.add(round(ROUND));
        } while (rounds.size() < ROUNDS && !isSoon(rounds.get(rounds.size() - 1)));

        rounds.forEach(round -> System.out.println(CLIENTS + " busy clients: " + round));
        assertThat(rounds).allSatisfy(round -> {
            assertThat(round.readiness()).isLessThan(Duration.ofSeconds(1));
            assertThat(round.slowest()).isLessThan(LONGEST);
            assertThat(round.served()).isPositive();
            assertThat(round.refused()).isPositive();
        });
        assertThat(rounds).anyMatch(BusyClientsTest::isSoon);
    }

    private static boolean isSoon(Round round) {
        return round.busy().compareTo(round.few().multipliedBy(TIMES)) < 0;
    }

    private Round round(Duration length) throws Exception {
        Duration alone = percentile(durations(answers(1, SHORT)), 50);
        Duration before = percentile(durations(answers(FEW, SHORT)), 50);
        var readiness = Executors.newSingleThreadExecutor();
        long end = System.nanoTime() + length.toNanos();
        Future<Duration> longest = readiness.submit(() -> longestReadiness(end));
        List<Answer> answers = answers(CLIENTS, length);
        readiness.shutdown();
        Duration after = percentile(durations(answers(FEW, SHORT)), 50);
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 200).toList();
        assertThat(refused)
                .allSatisfy(answer ->
                        assertThat(answer.text()).startsWith("HTTP/1.1 503").contains("Retry-After: 1"));
        List<Duration> served = durations(answers);
        return new Round(
                alone,
                before.compareTo(after) > 0 ? before : after,
                percentile(served, 99),
                percentile(served, 100),
                longest.get(),
                served.size(),
                refused.size());
    }

    private static List<Duration> durations(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(Answer::took)
                .sorted()
                .toList();
    }

    /** What clients are answered that each ask again at once. */
    private List<Answer> answers(int clients, Duration length) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + length.toNanos();
        var all = new ArrayList<Future<List<Answer>>>();
        for (int i = 0; i < clients; i++) {
            all.add(threads.submit(() -> until(end)));
        }
        var answers = new ArrayList<Answer>();
        for (Future<List<Answer>> each : all) {
            answers.addAll(each.get());
        }
        threads.shutdown();
        return answers;
    }

    private List<Answer> until(long end) throws IOException {
        var answers = new ArrayList<Answer>();
        while (System.nanoTime() < end) {
            answers.add(assess());
        }
        return answers;
    }

    private Duration longestReadiness(long end) throws IOException, InterruptedException {
        var longest = Duration.ZERO;
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            try (var client = new RawClient("127.0.0.1", managementPort)) {
                assertThat(client.get("/actuator/health/readiness")).isEqualTo(200);
            }
            var took = Duration.ofNanos(System.nanoTime() - begun);
            longest = took.compareTo(longest) > 0 ? took : longest;
            Thread.sleep(50);
        }
        return longest;
    }

    private Answer assess() throws IOException {
        long begun = System.nanoTime();
        try (var client = new RawClient("127.0.0.1", port)) {
            client.send("POST /api/v1/assessments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            String answer = client.rest();
            return new Answer(RawClient.status(answer), Duration.ofNanos(System.nanoTime() - begun), answer);
        }
    }

    private static Duration percentile(List<Duration> durations, int percent) {
        return durations.get(Math.min(durations.size() - 1, durations.size() * percent / 100));
    }
}
