package dev.stipple.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.assessment.Admission;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever refuses a request, and however early, speaks as the door does that was knocked at. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "stipple.limits.requests-at-once=1",
            "stipple.limits.body=20KB",
            "server.tomcat.threads.max=4",
            "stipple.cors.origins=" + RefusalsTest.CLINIC
        })
class RefusalsTest {
    static final String CLINIC = "https://clinic.example";

    private static final String OPEN = "/api/v1/assessments";
    private static final String SLOW = "127.0.0.1";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final String JSON = "application/json";

    @LocalServerPort
    private int port;

    private final Admission admission;

    @Autowired
    RefusalsTest(Admission admission) {
        this.admission = admission;
    }

    /** Two requests whose bodies do not come take what their addresses may have under way, and all bodies that are waited for. */
    @ParameterizedTest
    @ValueSource(strings = {"/fhir/QuestionnaireResponse", "/%66hir/QuestionnaireResponse", "/fhir", "/fhir;v=4/x"})
    @Timeout(60)
    void whatIsTooMuchOrTooSlowAtTheFhirDoorIsToldInFhir(String path) throws Exception {
        String slow = freshAddress();
        try (var first = awaited(slow, path);
                var second = awaited(freshAddress(), path);
                var third = new RawClient(freshAddress(), port)) {
            third.begin(path, JSON, 100);

            assertOutcome(answer(slow, path), 429, "throttled");
            assertOutcome(third.rest(), 503, "transient");
            assertOutcome(first.rest(), 408, "timeout");
            assertOutcome(second.rest(), 408, "timeout");
        }
    }

    /** Nothing of an earlier test is still under way for it. */
    private static String freshAddress() {
        return "127.0.1." + ADDRESSES.incrementAndGet();
    }

    /** A request whose body does not come, and is waited for; a question for it that came first would have it refused. */
    private RawClient awaited(String from, String path) throws IOException {
        var client = new RawClient(from, port);
        client.begin(path, JSON, 100);
        while (RawClient.status(answer(from, path)) != 429) {
            if (client.isAnswered()) {
                client.close();
                client = new RawClient(from, port);
                client.begin(path, JSON, 100);
            }
        }
        return client;
    }

    /** Before it is read, which would be a fault of another kind. */
    @Test
    void whatWaitsForNoTurnIsToldSoHoweverItsPathIsSpelled() throws Exception {
        int turns = 0;
        try {
            while (admission.approach()) {
                turns++;
            }
            for (String path :
                    List.of("/fhir/QuestionnaireResponse", "/%66hir/QuestionnaireResponse", "/x/../fhir/x")) {
                assertOutcome(answer(SLOW, path), 503, "transient");
            }
            for (String path : List.of(
                    "/api/v1/assessments", "/api/v1/%61ssessments", "/api;x/v1/assessments", "//api/v1/assessments")) {
                assertThat(RawClient.status(answer(SLOW, path))).as(path).isEqualTo(503);
            }
        } finally {
            for (; turns > 0; turns--) {
                admission.leave();
            }
        }
    }

    /** Tomcat itself refuses these, before there is a request to be read. */
    @ParameterizedTest
    @CsvSource({
        "GET /fhir/a<b HTTP/1.1|Host: x, 400",
        "GET /api/v1/rules HTTP/1.1|Host: a b, 400",
        "GET /api/v1/rules HTTP/1.1, 400",
        "GET /api/v1/rules HTTP/1.1|Host: x|Content-Length: a, 400",
        "GET /api/v1/rules/%zz HTTP/1.1|Host: x, 400",
        "GET /console HTTP/9.9|Host: x, 505",
        "CONNECT /api/v1/rules HTTP/1.1|Host: x, 501",
        "POST /api/v1/assessments HTTP/1.1|Host: x|Transfer-Encoding: other, 501",
        "GET /api/v1/rules HTTP/1.1|Host: x|Expect: wonders, 417",
        "nonsense, 400",
    })
    void whatNobodyCanReadIsRefusedAsAProblem(String request, int status) throws Exception {
        String answer = sent(SLOW, request.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n");

        assertThat(RawClient.status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).contains("\"detail\"", "application/problem+json").doesNotContain("<html", "Tomcat");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT /fhir/Questionnaire HTTP/1.1|Host: x, 501, not-supported",
        "GET /%66hir/Questionnaire HTTP/1.1|Host: x|Expect: wonders, 417, invalid",
        "GET /fhir HTTP/1.1|Host: x|Content-Length: a, 400, invalid",
    })
    void whatNobodyCanReadAtTheFhirDoorIsToldInFhir(String request, int status, String code) throws Exception {
        assertOutcome(sent(SLOW, request.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n"), status, code);
    }

    /** Whatever refuses it, and before which filter: without these headers a browser keeps the answer from its page. */
    @ParameterizedTest
    @CsvSource({
        "Content-Type: application/json|Content-Length: 30000, 413",
        "Content-Type: application/json|Transfer-Encoding: chunked, 411",
        "Content-Type: application/json; charset=utf-16|Content-Length: 2, 415",
        "Content-Type: application/json|Content-Encoding: gzip|Content-Length: 2, 415",
        "Content-Type: application/json|Content-Length: 200, 408",
        "Content-Type: text/plain|Content-Length: 2, 415",
        "Content-Type: application/json|Content-Length: 2|Expect: wonders, 417",
    })
    void aPageOfTheClinicCanReadWhyItWasRefused(String headers, int status) throws Exception {
        String answer = asked("POST " + OPEN, headers);

        assertThat(RawClient.status(answer)).as(answer).isEqualTo(status);
        assertReadable(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/questionnaire?a=%00, 400",
        "GET /api/v1/questionnaire?a=%zz, 400",
        "PUT /api/v1/questionnaire, 405",
        "GET " + OPEN + ", 405",
        "DELETE /fhir/Questionnaire/intake, 405",
        "GET /fhir/Patient, 404",
        "GET /fhir//Questionnaire, 404",
        "GET /api/v1/rules/none, 404",
    })
    void aPageOfTheClinicCanReadWhatIsWrongWithTheAddress(String line, int status) throws Exception {
        String answer = asked(line, "Content-Length: 0");

        assertThat(RawClient.status(answer)).as(answer).isEqualTo(status);
        assertReadable(answer);
    }

    @Test
    @Timeout(60)
    void aPageOfTheClinicCanReadThatItShallComeBack() throws Exception {
        String slow = freshAddress();
        try (var first = awaited(slow, OPEN)) {
            String many = asked(slow, "POST " + OPEN, "Content-Type: application/json|Content-Length: 2");

            assertThat(RawClient.status(many)).as(many).isEqualTo(429);
            assertReadable(many);
            first.rest();
        }
        int turns = 0;
        try {
            while (admission.approach()) {
                turns++;
            }
            String busy = asked("POST " + OPEN, "Content-Type: application/json|Content-Length: 2");

            assertThat(RawClient.status(busy)).as(busy).isEqualTo(503);
            assertReadable(busy);
        } finally {
            for (; turns > 0; turns--) {
                admission.leave();
            }
        }
    }

    private String asked(String line, String headers) throws IOException {
        return asked(SLOW, line, headers);
    }

    private String asked(String from, String line, String headers) throws IOException {
        return sent(
                from,
                line + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + CLINIC + "\r\n" + headers.replace("|", "\r\n")
                        + "\r\nConnection: close\r\n\r\n{}");
    }

    private static void assertReadable(String answer) {
        assertThat(answer).contains("Access-Control-Allow-Origin: " + CLINIC + "\r\n");
        assertThat(answer).containsPattern("Vary: [^\r]*Origin");
    }

    /** It answers for other addresses that fail, and is none itself. */
    @Test
    void theAddressOfFailuresIsUnknownAsAnyOther() throws Exception {
        String page = "Accept: text/html\r\n";

        assertThat(unknown("/error", ""))
                .isEqualTo(unknown("/webjars/none", ""))
                .contains("application/problem+json");
        assertThat(unknown("/error", page)).isEqualTo(unknown("/webjars/none", page));
    }

    /** What is answered, but for the time, the sizes, and which file was not found. */
    private String unknown(String path, String header) throws IOException {
        String answer =
                sent(SLOW, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "Connection: close\r\n\r\n");
        assertThat(RawClient.status(answer)).as(answer).isEqualTo(404);
        return answer.replace(path, "PATH")
                .replaceAll("\"detail\":\"[^\"]*\",", "")
                .lines()
                .filter(line -> !line.matches("Date: .*|Content-Length: .*|\\p{XDigit}+"))
                .collect(Collectors.joining("\n"));
    }

    private String answer(String from, String path) throws IOException {
        return sent(
                from,
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
    }

    private String sent(String from, String text) throws IOException {
        try (var client = new RawClient(from, port)) {
            client.send(text);
            return client.rest();
        }
    }

    private static void assertOutcome(String answer, int status, String code) {
        assertThat(RawClient.status(answer)).as(answer).isEqualTo(status);
        assertThat(answer)
                .contains("application/fhir+json", "\"OperationOutcome\"", "\"code\":\"" + code + "\"")
                .doesNotContain("problem+json", "<html");
    }
}
