package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Health and metrics have a port of their own, known to whatever asks for them. */
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("whole")
class ManagementPortTest {
    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private final ApiKeys keys;

    @Autowired
    ManagementPortTest(ApiKeys keys) {
        this.keys = keys;
    }

    @Test
    void probesAreAnsweredThereAndNotAmongTheRequestsOfClients() throws Exception {
        assertThat(status(managementPort, "/actuator/health/liveness", "none")).isEqualTo(200);
        assertThat(status(managementPort, "/actuator/health/readiness", "none")).isEqualTo(200);
        assertThat(status(port, "/actuator/health/readiness", "none")).isEqualTo(404);
    }

    @Test
    void metricsTakeTheKeyOfAnAdminThereToo() throws Exception {
        String admin = keys.create("metrics" + UUID.randomUUID(), Role.ADMIN, "test");
        String consultant = keys.create("metrics" + UUID.randomUUID(), Role.CONSULTANT, "test");

        assertThat(status(managementPort, "/actuator/prometheus", admin)).isEqualTo(200);
        assertThat(status(managementPort, "/actuator/prometheus", consultant)).isEqualTo(403);
        assertThat(status(managementPort, "/actuator/prometheus", "none")).isEqualTo(401);
        assertThat(status(managementPort, "/api/v1/screenings", "none")).isEqualTo(401);
        assertThat(status(managementPort, "/api/v1/screenings", consultant)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /actuator/a<b HTTP/1.1|Host: x", "GET /actuator/health HTTP/9.9|Host: x", "nonsense"})
    void whatNobodyCanReadIsRefusedThereAsAProblemToo(String request) throws IOException {
        try (var client = new RawClient("127.0.0.1", managementPort)) {
            client.send(request.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n");

            assertThat(client.rest())
                    .contains("\"detail\"", "application/problem+json")
                    .doesNotContain("<html", "Tomcat");
        }
    }

    @Test
    void whoeverAsksForThemAsksThatPort() throws IOException {
        var configured = Pattern.compile("management:.*?port: (\\d+)", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/main/resources/application.yaml")));
        assertThat(configured.find()).isTrue();

        for (String file :
                new String[] {"Containerfile", "compose.yaml", "examples/prometheus.yml", "docs/operations.md"}) {
            assertThat(Files.readString(Path.of(file)))
                    .as(file)
                    .containsPattern("[:/]" + configured.group(1) + "\\b|[Pp]ort " + configured.group(1))
                    .doesNotContain("8080/actuator", "8080; printf");
        }
    }

    private static int status(int port, String path, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!key.equals("none")) {
            request.header("X-API-Key", key);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
