package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Clients that take their time, as the others meet it. */
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("timed")
class SlowClientsTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SLOW = "127.0.0.1";
    private static final String OTHER = "127.0.0.2";

    @LocalServerPort
    private int port;

    private final int probes;

    @Autowired
    SlowClientsTest(Environment environment) {
        probes = environment.getProperty(
                "local.management.port",
                Integer.class,
                environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** Whatever reads the body, a controller or a form, and whatever does not read it. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/assessments, application/json, 2000, 408",
        "/login, application/x-www-form-urlencoded, 2000, 408",
        "/intake, application/x-www-form-urlencoded, 2000, 408",
        "/api/v1/screenings/import, text/csv, 1000000, 401",
        "/api/v1/assessments, application/json, 1000000, 413"
    })
    @Timeout(50)
    void aBodyThatTricklesInIsNotWaitedFor(String path, String type, long length, int status) throws Exception {
        try (var client = new RawClient(SLOW, port)) {
            client.begin(path, type, length);
            var trickle = Executors.newSingleThreadScheduledExecutor();
            var unused = trickle.scheduleAtFixedRate(() -> client.send("a"), 0, 900, TimeUnit.MILLISECONDS);

            String answer = client.rest();
            trickle.shutdownNow();

            assertThat(RawClient.status(answer)).isEqualTo(status);
        }
    }

    /** Each holds the connection for as long as it may, and comes again at once. */
    @Test
    void aHundredAndTwentySlowConnectionsCloseTheServiceToNobodyElse() throws Exception {
        var slow = new ArrayList<RawClient>();
        for (int i = 0; i < 120; i++) {
            slow.add(begun(i));
        }
        var longest = Duration.ZERO;
        var answers = new ArrayList<Integer>();
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        for (int round = 0; System.nanoTime() < end; round++) {
            if (round % 10 == 9) {
                trickle(slow);
            }
            long begun = System.nanoTime();
            assertThat(get(OTHER, probes, "/actuator/health/readiness")).isEqualTo(200);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            longest = took.compareTo(longest) > 0 ? took : longest;
            answers.add(get(OTHER, port, "/api/v1/rulebook"));
            Thread.sleep(100);
        }
        for (RawClient client : slow) {
            client.close();
        }

        System.out.println("readiness beside 120 slow connections: at most " + longest.toMillis() + " ms");
        assertThat(longest).isLessThan(Duration.ofSeconds(1));
        assertThat(answers).hasSizeGreaterThan(5).containsOnly(200);
    }

    /** None of them has more than an eighth of the bodies that are waited for. */
    @Test
    void fourAddressesThatSendSlowlyKeepNobodyElseFromSending() throws Exception {
        var slow = new ArrayList<RawClient>();
        for (int i = 0; i < 160; i++) {
            var client = new RawClient("127.0.0." + (10 + i % 4), port);
            client.begin("/api/v1/assessments", JSON, 1_000);
            slow.add(client);
        }
        Thread.sleep(500);

        try (var other = new RawClient(OTHER, port)) {
            other.begin("/api/v1/assessments", JSON, 15);
            Thread.sleep(200);
            other.send("{\"answers\": {}}");
            assertThat(other.line()).isEqualTo("HTTP/1.1 200 ");
        }
        List<String> answers = slow.stream().map(RawClient::rest).toList();
        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 408"))
                .hasSize(4 * 12);
        assertThat(answers)
                .filteredOn(answer -> !answer.startsWith("HTTP/1.1 408"))
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 429").contains("Retry-After: 1"));
        for (RawClient client : slow) {
            client.close();
        }
    }

    /** What has arrived with its head is not waited for. */
    @Test
    void anAddressMaySendManyAtOnceThatAreWhole() throws Exception {
        var slow = new ArrayList<RawClient>();
        for (int i = 0; i < 40; i++) {
            var client = new RawClient("127.0.0.20", port);
            client.begin("/api/v1/assessments", JSON, 1_000);
            slow.add(client);
        }
        Thread.sleep(500);

        try (var whole = new RawClient("127.0.0.20", port)) {
            whole.send("POST /api/v1/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 15\r\n\r\n{\"answers\": {}}");
            assertThat(whole.line()).isEqualTo("HTTP/1.1 200 ");
        }
        for (RawClient client : slow) {
            client.close();
        }
    }

    private RawClient begun(int i) throws IOException {
        var client = new RawClient(SLOW, port);
        client.begin(i % 2 == 0 ? "/api/v1/assessments" : "/login", i % 2 == 0 ? JSON : FORM, 1_000);
        return client;
    }

    private void trickle(List<RawClient> slow) throws IOException {
        for (int i = 0; i < slow.size(); i++) {
            if (!slow.get(i).send("a")) {
                slow.get(i).close();
                slow.set(i, begun(i));
            }
        }
    }

    @Test
    void anAddressHasOnlySoManyConnections() throws Exception {
        var many = new ArrayList<RawClient>();
        for (int i = 0; i < 300; i++) {
            many.add(new RawClient(SLOW, port));
        }

        assertThat(many.get(299).get("/api/v1/rulebook")).isZero();
        assertThat(many.get(10).get("/api/v1/rulebook")).isEqualTo(200);
        assertThat(get(OTHER, port, "/api/v1/rulebook")).isEqualTo(200);
        for (RawClient client : many) {
            client.close();
        }
    }

    private static int get(String from, int port, String path) throws IOException {
        try (var client = new RawClient(from, port)) {
            return client.get(path);
        }
    }
}
