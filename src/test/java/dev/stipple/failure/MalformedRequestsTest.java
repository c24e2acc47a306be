package dev.stipple.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What no filter sees, as it is no HTTP request: no part of it ends in the log. Each is the first of its service, as later ones
 * are told to nobody.
 */
@Tag("whole")
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestsTest {
    private static final String SECRET = "quillsecret";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /intake/quillsecret/pages/look\u0001 HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/v1/screenings HTTP/1.1\r\nHost: localhost\r\nX-API-Key: quillsecret\u0000\r\n",
                "GET /console HTTP/1.1\r\nHost: localhost\r\nCookie: SESSION=quillsecret;\u00e9=\"quillsecret\r\n",
                "GET /api/v1/screenings?text=%quillsecret HTTP/1.1\r\nHost: localhost\r\n",
                "quillsecret\u0001 / HTTP/1.1\r\nHost: localhost\r\n"
            })
    void noneOfItIsLogged(String request, CapturedOutput output) throws IOException {
        try (var service = RunningService.on(Shipped.FOLDER)) {
            for (int port : new int[] {service.port(), service.managementPort()}) {
                assertThat(answer(port, request)).startsWith("HTTP/1.1 ");
            }
        }

        assertThat(output.getAll().lines().filter(line -> line.contains(SECRET)))
                .isEmpty();
    }

    private static String answer(int port, String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
