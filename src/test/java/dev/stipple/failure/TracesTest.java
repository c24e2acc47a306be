package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.stipple.RunningService;
import dev.stipple.Shipped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Traces go where somebody asked for them, and tell what was done, never for whom. */
@Tag("whole")
@NullUnmarked
final class TracesTest {
    private final Queue<String> exported = new ConcurrentLinkedQueue<>();
    private HttpServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            try (exchange) {
                exported.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        collector.start();
    }

    @AfterEach
    void end() {
        collector.stop(0);
    }

    @Test
    void aTraceNamesWhatWasAskedForAndNobody() {
        String token;
        String reference;
        try (var service = RunningService.on(
                Shipped.FOLDER,
                "--management.tracing.sampling.probability=1",
                "--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:"
                        + collector.getAddress().getPort() + "/v1/traces")) {
            var work = new AtWork(service);
            work.assertAssesses();
            service.post("/api/v1/assessments", "{\"answers\": {\"candidate\": {\"sex\": \"QUILLFEATHER\"}}}");
            reference = work.kept();
            work.read(reference);
            work.operate("/api/v1/screenings?text=quillfeather");
            var candidate = work.candidate().unsure();
            token = candidate.token();
            assertThat(candidate.page("nonsense").status()).isEqualTo(404);
            assertThat(work.operate("/api/v1/screenings/" + reference + "/nonsense")
                            .statusCode())
                    .isEqualTo(404);
        }

        String traces = String.join("\n", exported);
        assertThat(traces)
                .contains("http post /api/v1/assessments")
                .contains("/intake/{token}/pages/")
                .contains("/api/v1/screenings/{reference}");
        assertThat(traces).doesNotContain(token).doesNotContain(reference);
        assertThat(traces.toLowerCase(Locale.ROOT)).doesNotContain("quillfeather", "monthsago", "transplant");
    }
}
