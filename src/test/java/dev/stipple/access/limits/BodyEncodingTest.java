package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A body that would be read as something else than what was sent is turned away at every door. */
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("whole")
class BodyEncodingTest {
    @LocalServerPort
    private int port;

    private final RequestMappingHandlerMapping doors;

    @Autowired
    BodyEncodingTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors) {
        this.doors = doors;
    }

    @Test
    void aPackedBodyIsRefusedAtEveryDoor() throws Exception {
        var paths = new TreeSet<String>();
        doors.getHandlerMethods().keySet().stream()
                .filter(door -> door.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .forEach(door -> paths.addAll(door.getPatternValues()));
        assertThat(paths).contains("/api/assessments", "/fhir/QuestionnaireResponse", "/intake");

        for (String path : paths) {
            HttpResponse<String> refused = send(path, "Content-Encoding", "gzip", packed());

            assertThat(refused.statusCode()).as(path).isEqualTo(415);
            assertThat(refused.headers().firstValue("Accept-Encoding")).contains("identity");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, identity, 200",
        "Content-Encoding, br, 415",
        "Content-Type, application/json;charset=UTF-8, 200",
        "Content-Type, application/json;charset=ISO-8859-1, 415",
        "Content-Type, application/json;charset=UTF-16, 415",
        "Content-Type, application/json;charset=none-such, 415",
    })
    void onlyWhatIsReadAsItWasSentIsTaken(String header, String value, int status) throws Exception {
        byte[] body = "{\"answers\": {}}".getBytes(StandardCharsets.UTF_8);

        assertThat(send("/api/assessments", header, value, body).statusCode()).isEqualTo(status);
    }

    private static byte[] packed() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private HttpResponse<String> send(String path, String header, String value, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replaceAll("[{}]", "")))
                .POST(BodyPublishers.ofByteArray(body));
        if (!header.equals("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return HttpClient.newHttpClient().send(request.header(header, value).build(), BodyHandlers.ofString());
    }
}
