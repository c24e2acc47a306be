package dev.stipple.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Invariant 9: nothing that a person says ends in a log, not even in one written for debugging. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.level.root=DEBUG")
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    answers that are fine      | 200 | ageYears         | {"answers": {"candidate": {"ageYears": 97}}}
                    an option that is none     | 422 | QUILLFEATHER     | {"answers": {"candidate": {"sex": "QUILLFEATHER"}}}
                    a wrong type               | 422 | Quillfeather     | {"answers": {"candidate": {"ageYears": "Quillfeather"}}}
                    a number out of bounds     | 422 | 97531            | {"answers": {"candidate": {"ageYears": 97531}}}
                    a question that is none    | 422 | quillfeather     | {"answers": {"candidate": {"quillfeather": 1}}}
                    what is no JSON            | 400 | Quillfeather     | {"answers": {"candidate": Quillfeather
                    a text after the end       | 400 | Quillfeather     | {"answers": {}} Quillfeather
                    """)
    void nothingThatAPersonSaysIsLogged(String story, int status, String said, String body, CapturedOutput output)
            throws Exception {
        for (String path : new String[] {"/api/v1/assessments", "/api/v1/counterfactuals"}) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            int answered = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
            assertEquals(status, answered, path);
        }

        assertTrue(output.getAll().contains(" DEBUG "), "the log is not captured");
        assertFalse(
                output.getAll().contains(said),
                () -> "logged: "
                        + output.getAll()
                                .lines()
                                .filter(line -> line.contains(said))
                                .toList());
    }
}
