package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    private final String key;

    @Autowired
    BodyEncodingTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors, ApiKeys keys) {
        this.doors = doors;
        this.key = keys.create("encoding" + UUID.randomUUID(), Role.ADMIN, "test");
    }

    @Test
    void aPackedBodyIsRefusedAtEveryDoor() throws Exception {
        var paths = new TreeSet<String>();
        doors.getHandlerMethods().keySet().stream()
                .filter(door -> door.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .forEach(door -> paths.addAll(door.getPatternValues()));
        assertThat(paths).contains("/api/v1/assessments", "/fhir/QuestionnaireResponse", "/intake");

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

        assertThat(send("/api/v1/assessments", header, value, body).statusCode())
                .isEqualTo(status);
    }

    /** Of two headers only the first would be read. */
    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, identity, gzip",
        "Content-Encoding, identity, identity",
        "Content-Type, application/json, application/json;charset=UTF-16",
        "Content-Type, application/json, text/csv",
    })
    void aHeaderThatSaysWhatTheBodyIsStandsOnce(String header, String one, String other) throws Exception {
        String type = header.equals("Content-Type") ? "" : "Content-Type: application/json\r\n";
        for (String path : List.of("/api/v1/assessments", "/fhir/QuestionnaireResponse", "/intake")) {
            try (var client = new RawClient("127.0.0.1", port)) {
                client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + type + header
                        + ": " + one + "\r\n" + header + ": " + other
                        + "\r\nContent-Length: 15\r\n\r\n{\"answers\": {}}");

                assertThat(RawClient.status(client.rest())).as(path).isEqualTo(415);
            }
        }
    }

    /** Whatever reads it, by hand or bound to a record. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void jsonInAnotherCharsetIsRefusedThoughItDoesNotSaySo(String charset) throws Exception {
        for (String path : List.of(
                "/api/v1/assessments",
                "/fhir/QuestionnaireResponse",
                "/cds-services/suitability",
                "/surveyjs/assessments")) {
            byte[] body = "{\"answers\": {}}".getBytes(Charset.forName(charset));

            assertThat(send(path, "Accept", "application/json", body).statusCode())
                    .as(path)
                    .isEqualTo(415);
        }
        byte[] bound = "{\"name\": \"charset\", \"role\": \"intake\"}".getBytes(Charset.forName(charset));
        assertThat(send("/api/v1/keys", "X-API-Key", key, bound).statusCode()).isEqualTo(415);
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
