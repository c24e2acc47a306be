package dev.stipple.api.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.api.Running;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong at the FHIR door is told in FHIR. */
@SpringBootTest(
        classes = {Service.class, FhirErrorsTest.Broken.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("whole")
class FhirErrorsTest {
    private static final String BROKEN = "/fhir/broken";
    private static final String RESPONSE = "/fhir/QuestionnaireResponse";

    /** Something at the FHIR door that fails as nobody expects. */
    static class Broken {
        @Bean
        String broken(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers)
                throws NoSuchMethodException {
            controllers.registerMapping(
                    RequestMappingInfo.paths(BROKEN)
                            .methods(RequestMethod.GET)
                            .options(controllers.getBuilderConfiguration())
                            .build(),
                    this,
                    Broken.class.getDeclaredMethod("fail"));
            return BROKEN;
        }

        @ResponseBody
        String fail() {
            throw new IllegalStateException("internals");
        }
    }

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "GET, /fhir/Patient/1, '', '', '', 404, not-found",
        "GET, /fhir/Questionnaire/other, '', '', '', 404, not-found",
        "DELETE, /fhir/Questionnaire/intake, '', '', '', 405, not-supported",
        "GET, /fhir/QuestionnaireResponse, '', '', '', 405, not-supported",
        "GET, /fhir/Questionnaire/intake, Accept, application/fhir+xml, '', 406, not-supported",
        "GET, /fhir/broken, '', '', '', 500, exception",
        "GET, /fhir/broken, Accept, 'text/html, */*', '', 500, exception",
        "GET, /fhir/Patient/1, Accept, text/html, '', 404, not-found",
        "POST, /fhir/QuestionnaireResponse, Content-Type, application/xml, <a/>, 415, not-supported",
        "POST, /fhir/QuestionnaireResponse, Content-Encoding, gzip, x, 415, not-supported",
        "POST, /fhir/QuestionnaireResponse, X-API-Key, wrong, {}, 422, invalid",
        "GET, /fhir//Questionnaire, '', '', '', 404, not-found",
        "GET, /fhir, '', '', '', 404, not-found",
        "GET, /fhir/, '', '', '', 404, not-found",
        "GET, /%66hir/Patient, '', '', '', 404, not-found",
        "GET, /%66hir/Patient, Accept, text/html, '', 404, not-found",
        "GET, /fhir;v=4/Patient, '', '', '', 404, not-found",
        "GET, //fhir/Patient, '', '', '', 400, invalid",
        "POST, /fhir/QuestionnaireResponse, Content-Type, application/fhir+json, {, 400, structure",
    })
    void everyErrorIsAnOperationOutcome(
            String method, String path, String header, String value, String body, int status, String code)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(new Running(port).address(path)))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!header.equals("Content-Type") && !body.isEmpty()) {
            request.header("Content-Type", Fhir.MEDIA_TYPE);
        }
        if (!header.isEmpty()) {
            request.header(header, value);
        }

        assertOutcome(send(request), status, code);
    }

    @ParameterizedTest
    @CsvSource({"300000, 413, too-long"})
    void aRefusalBeforeTheDoorIsOneToo(int length, int status, String code) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(new Running(port).address(RESPONSE)))
                .header("Content-Type", Fhir.MEDIA_TYPE)
                .POST(BodyPublishers.ofString(" ".repeat(length)));

        assertOutcome(send(request), status, code);
    }

    private static void assertOutcome(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(Fhir.MEDIA_TYPE);
        JsonNode issue =
                JsonMapper.shared().readTree(response.body()).path("issue").path(0);
        assertThat(issue.path("code").asString("")).isEqualTo(code);
        assertThat(issue.path("details").path("text").asString("")).isNotBlank();
        assertThat(response.body()).doesNotContain("internals");
        assertThat(FhirValidator.errors(response.body())).isEmpty();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
