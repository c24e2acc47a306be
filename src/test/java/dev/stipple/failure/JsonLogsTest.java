package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The log as a collector of logs reads it: a JSON object a line, without what people said. */
@Tag("whole")
final class JsonLogsTest {
    @Test
    void everyLineIsAnObjectAndNoneTellsOfAnybody() throws Exception {
        try (var service = ServiceProcess.startAsShipped(List.of(
                "--logging.structured.format.console=ecs",
                "--logging.level.org.springframework.web=debug",
                "--spring.datasource.url=jdbc:h2:mem:logs;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "--stipple.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="))) {
            assertThat(assess(service, "{\"answers\": {\"candidate\": {\"ageYears\": 97}}}"))
                    .isEqualTo(200);
            assertThat(assess(service, "{\"answers\": {\"candidate\": {\"sex\": \"QUILLFEATHER\"}}}"))
                    .isEqualTo(422);
            AtWork.await("the log", () -> service.said().stream().anyMatch(line -> line.contains("Completed 422")));

            List<String> lines = service.said().stream()
                    .filter(line -> !line.startsWith("Sign in as admin"))
                    .toList();
            assertThat(lines).hasSizeGreaterThan(5).allSatisfy(line -> {
                var event = JsonMapper.shared().readTree(line);
                assertThat(event.at("/service/name").stringValue()).isEqualTo("stipple");
                assertThat(event.has("message")).isTrue();
            });
            assertThat(String.join("\n", lines)).doesNotContainIgnoringCase("quillfeather", "ageYears");
        }
    }

    private static int assess(ServiceProcess service, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.address("/api/v1/assessments"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
