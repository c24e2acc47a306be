package dev.stipple.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a receiver meets on the network. */
class HttpPostTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Event EVENT = new Event("an-id", Event.Kind.SENT_BACK, "K7QF3M2X9RTW", 3, NOW);

    private final List<String> met = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpPost post = new HttpPost(Duration.ofSeconds(2));
    private HttpServer server;

    HttpPostTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        met.add(String.join(
                "\n",
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", "/200");
        }
        if (status == 0) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            await();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Receiver receiver(String path) {
        return at(server.getAddress().getPort(), path);
    }

    private static Receiver at(int port, String path) {
        return Receiver.of("crm", "http://localhost:" + port + path, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void aReceiverIsToldWhatHappenedToWhichReferenceAndNothingElse() {
        var receiver = receiver("/204");

        assertThat(post.send(receiver, EVENT, NOW.plusSeconds(9))).isEmpty();

        assertThat(met)
                .containsExactly(String.join(
                        "\n",
                        "POST /204",
                        "an-id",
                        "1772438409",
                        receiver.signature("an-id", NOW.plusSeconds(9), EVENT.body()),
                        "application/json",
                        "{\"type\":\"screening.sent_back\",\"timestamp\":\"2026-03-02T08:00:00Z\","
                                + "\"data\":{\"reference\":\"K7QF-3M2X-9RTW\",\"version\":3}}"));
    }

    @Test
    void whatIsNoSuccessIsTriedAgainAndNoRedirectIsFollowed() {
        assertThat(post.send(receiver("/500"), EVENT, NOW)).contains("HTTP 500");
        assertThat(post.send(receiver("/302"), EVENT, NOW)).contains("HTTP 302");
        assertThat(met).hasSize(2);
    }

    @Test
    void aReceiverThatIsNotThereOrNeverEndsItsAnswerIsNotWaitedForLong() {
        Instant begun = Instant.now();

        assertThat(post.send(receiver("/0"), EVENT, NOW)).contains("no answer in 2 s");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));

        var gone = receiver("/200");
        server.stop(0);
        assertThat(post.send(gone, EVENT, NOW)).contains("no connection");
    }

    /** A server with web sockets, such as one of Node, takes a request to upgrade for theirs and never answers it. */
    @Test
    void noOtherProtocolIsAskedForOverPlainHttp() throws Exception {
        try (var receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sent = CompletableFuture.supplyAsync(() -> post.send(at(receiver.getLocalPort(), "/"), EVENT, NOW));
            String head = head(receiver);

            assertThat(sent.join()).isEmpty();
            assertThat(head).startsWith("POST / HTTP/1.1").doesNotContainIgnoringCase("upgrade", "http2-settings");
        }
    }

    private static String head(ServerSocket receiver) throws IOException {
        try (var socket = receiver.accept()) {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String head = lines.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
            socket.getOutputStream()
                    .write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return head;
        }
    }
}
