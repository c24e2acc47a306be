package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one client may ask for, as that client meets it. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "stipple.limits.body=2KB",
            "stipple.limits.requests-per-minute=30",
            "stipple.limits.forms-per-hour=3",
            "server.tomcat.connection-timeout=1s"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class LimitsTest {
    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aBodyThatIsTooLargeIsTurnedAwayUnread() throws Exception {
        var answer = post(BodyPublishers.ofString("x".repeat(2049)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("larger than 2048 bytes");
        assertThat(post(BodyPublishers.ofString("x".repeat(2048))).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyAnImportItselfMayBeLargeHoweverItsPathIsSpelled() throws Exception {
        var body = BodyPublishers.ofString("x".repeat(3000));

        for (String path : List.of(
                "/api/v1/screenings/important",
                "/api/v1/screenings/import/more",
                "/api/v1/screenings/import/../../assessments",
                "/api/v1/screenings/import;x/../../assessments")) {
            assertThat(post(path, body).statusCode()).as(path).isEqualTo(413);
        }
        assertThat(post("/api/v1/screenings/import", body).statusCode()).isEqualTo(401);
        assertThat(post("/api/v1/screenings/%69mport", body).statusCode()).isEqualTo(401);
    }

    @Test
    void aBodyOfUnknownLengthIsAskedForItsLength() throws Exception {
        byte[] body = "{\"answers\": {}}".getBytes(StandardCharsets.UTF_8);

        var answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).isEqualTo(411);
    }

    @Test
    void anAddressBeginsOnlySoManyForms() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(begun("127.0.0.3", "/intake")).startsWith("HTTP/1.1 302");
        }

        assertThat(begun("127.0.0.3", "/intake")).startsWith("HTTP/1.1 429").contains("Retry-After: ");
        for (String spelled : List.of(
                "/%69ntake", "/intake;x", "/intake;x=1?a=b", "//intake", "/./intake", "/x/../intake", "/intake/")) {
            assertThat(begun("127.0.0.3", spelled)).as(spelled).doesNotStartWith("HTTP/1.1 302");
        }
        assertThat(begun("127.0.0.4", "/%69ntake")).startsWith("HTTP/1.1 302");
    }

    private String begun(String from, String path) throws IOException {
        try (var client = new RawClient(from, port)) {
            client.send(
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            return client.rest();
        }
    }

    /** Comes last, since afterwards this address has to wait. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        var program = askUntilRefused("/api/v1/rulebook", "application/json");
        var browser = askUntilRefused("/intake", "text/html");

        assertThat(program.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(browser.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        for (String path :
                List.of("/actuator/healthy", "/actuator/health/../info", "/actuator/health;x/../../api/v1/rulebook")) {
            assertThat(IntStream.range(0, 100).mapToObj(i -> status(path)))
                    .as(path)
                    .contains(429);
        }
    }

    @Test
    void whoSendsTooSlowlyIsHungUpOn() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /api/v1/assessments HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private int status(String path) {
        try {
            return get(path, "application/json").statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** However slow the machine is, more come in than are let through. */
    private HttpResponse<String> askUntilRefused(String path, String accept) throws IOException, InterruptedException {
        for (int i = 0; i < 1000; i++) {
            var answer = get(path, accept);
            if (answer.statusCode() != 200) {
                assertThat(answer.statusCode()).isEqualTo(429);
                return answer;
            }
        }
        throw new AssertionError("a thousand requests were let through");
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return post("/api/v1/assessments", body);
    }

    private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }
}
