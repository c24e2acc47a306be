package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is answered where somebody asks for more than there is time or room for; its context is that of the intake's limits. */
@Tag("whole")
@SpringBootTest(
        classes = Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "stipple.rules=src/test/resources/planted/base",
            "stipple.intake.most=1",
            "stipple.reasoning.timeout=0s"
        })
class OutOfBoundsTest {
    private static final String JSON = "application/json";

    @LocalServerPort
    private int port;

    private final MeterRegistry meters;
    private final ApiKeys keys;

    @Autowired
    OutOfBoundsTest(MeterRegistry meters, ApiKeys keys) {
        this.meters = meters;
        this.keys = keys;
    }

    @Test
    void aCounterfactualThatRunsOutOfTimeSaysSoAndIsCounted() throws Exception {
        double before = timeouts("counterfactuals");

        HttpResponse<String> found = new Running(port)
                .post("/api/v1/counterfactuals", JSON, "{\"answers\": {\"person\": {\"ageYears\": 12}}}");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("\"complete\":false");
        assertThat(timeouts("counterfactuals")).isEqualTo(before + 1);
    }

    @Test
    void aCertificateThatRunsOutOfTimeSaysWhatWasLeftOutAndIsCounted() throws Exception {
        String admin = keys.create("out-of-time", Role.ADMIN, "test");
        double before = timeouts("certificate");

        HttpResponse<String> found = new Running(port)
                .send(HttpRequest.newBuilder(URI.create(new Running(port).address("/api/v1/rulebook/certificate")))
                        .header("X-API-Key", admin));

        assertThat(found.body()).contains("\"holds\":false").doesNotContain("\"unfinished\":[]");
        assertThat(timeouts("certificate")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/assessments, /answers/scars",
        "/fhir/QuestionnaireResponse, line 1",
        "/cds-services/suitability, ''"
    })
    void whatIsNestedTooDeepIsRefusedWithItsPlace(String path, String place) throws Exception {
        String deep = "{\"answers\": {\"scars\": " + "[".repeat(300) + "]".repeat(300) + "}}";

        HttpResponse<String> refused = new Running(port).post(path, JSON, deep);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("nested deeper than 64 levels", place);
    }

    @Test
    void tooManyEntriesAreRefusedWithTheirPlace() throws Exception {
        String scars = Stream.generate(() -> "{}").limit(101).collect(Collectors.joining(", "));

        HttpResponse<String> refused =
                new Running(port).post("/api/v1/assessments", JSON, "{\"answers\": {\"scars\": [" + scars + "]}}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"/answers/scars\"", "at most 100");
    }

    private double timeouts(String asked) {
        return meters.counter("stipple.reasoning.timeouts", "asked", asked).count();
    }
}
