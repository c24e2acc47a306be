package dev.stipple.access.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.stipple.Chromium;
import dev.stipple.RunningService;
import dev.stipple.Site;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites in a real browser, which asks before it lets them call. */
@Tag("whole")
class OtherSitesTest {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String CALL = """
            async ([url, method, headers, body]) => {
              try {
                const answer = await fetch(url, {method, headers, body: body === '' ? undefined : body});
                return answer.status + ' ' + (answer.headers.get('Allow') ?? '') + ' ' + await answer.text();
              } catch (refused) {
                return 'blocked';
              }
            }""";
    private static final String PAGE = "<!DOCTYPE html><html lang='en'><title>Clinic</title><body></body></html>";

    private static Site clinic;
    private static Site stranger;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        clinic = new Site("127.0.0.1", PAGE);
        stranger = new Site("127.0.0.2", PAGE);
        service = RunningService.on(
                Path.of("rules"),
                "--stipple.cors.origins=https://other.example,"
                        + clinic.address().replaceFirst("/$", ""),
                "--stipple.limits.body=20KB");
    }

    @AfterAll
    static void stop() {
        service.close();
        clinic.close();
        stranger.close();
    }

    /** What a page of each kind asks of a service: JSON, a schema, a form engine, and the sandbox of CDS Hooks. */
    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/questionnaire,        application/json, ''",
        "GET,  /api/v1/questionnaire,        application/schema+json, ''",
        "GET,  /fhir/Questionnaire/intake,   application/fhir+json, ''",
        "GET,  /surveyjs/survey,             application/json, ''",
        "GET,  /cds-services,                application/json, ''",
        "POST, /api/v1/assessments,          application/json,        '{\"answers\": {}}'",
        "POST, /surveyjs/assessments,        application/json,        '{}'",
        "POST, /fhir/QuestionnaireResponse,  application/fhir+json,   "
                + "'{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\"}'",
        "POST, /cds-services/suitability,    application/json,        '{\"hook\": \"patient-view\","
                + " \"hookInstance\": \"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","
                + " \"context\": {\"userId\": \"Practitioner/1\", \"patientId\": \"1\"}, \"prefetch\": {\"answers\": null}}'"
    })
    void aPageOfTheClinicCallsEveryOpenDoorAndOneOfAnotherSiteNone(
            String method, String path, String type, String body) {
        assertThat(call(clinic, method, path, type, body)).startsWith("200");
        assertThat(call(stranger, method, path, type, body)).isEqualTo("blocked");
    }

    @Test
    void aPageOfTheClinicCanReadWhatIsWrong() {
        assertThat(call(clinic, "POST", "/api/v1/assessments", "application/json", "{\"answers\": []}"))
                .startsWith("422")
                .contains("\"errors\"");
        assertThat(call(clinic, "POST", "/api/v1/assessments", "application/json", " ".repeat(30_000)))
                .startsWith("413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/screenings", "/api/v1/accounts", "/intake", "/console"})
    void whatIsKeptIsNoDoorForPages(String path) {
        assertThat(call(clinic, "GET", path, "application/json", "")).isEqualTo("blocked");
    }

    @Test
    void aStrangerIsToldWhichSettingNamesWhoMay() {
        var asked = service.request("/api/v1/assessments")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://stranger.example")
                .header("Access-Control-Request-Method", "POST")
                .build();

        var answer = service.send(asked);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("stipple.cors.origins");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    /** An empty success would read as if the page only had the wrong headers. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/screenings", "/api/v1/assessments/", "/api/v1/none", "/console"})
    void aPageThatAsksForAClosedDoorIsToldWhichAreOpen(String path) {
        for (String origin : List.of("https://other.example", "https://stranger.example")) {
            var asked = service.request(path)
                    .method("OPTIONS", BodyPublishers.noBody())
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .build();

            var answer = service.send(asked);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.body()).contains("closed to pages", "/api/v1/assessments,");
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void aPageIsToldInWhichWayADoorIsAsked() {
        assertThat(call(clinic, "DELETE", "/api/v1/assessments", "application/json", ""))
                .startsWith("405 POST ");
    }

    @Test
    void noCookieOrPasswordIsSentAlong() {
        var asked = service.request("/api/v1/questionnaire")
                .header("Origin", "https://other.example")
                .build();

        var headers = service.send(asked).headers();

        assertThat(headers.firstValue("access-control-allow-origin")).contains("https://other.example");
        assertThat(headers.map()).doesNotContainKey("access-control-allow-credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"clinic.example", "https://clinic.example/", "https://clinic.example/book", "http://*.example"})
    void whatIsNoOriginEndsTheStart(String origin) {
        var sites = new OtherSites();

        assertThatThrownBy(() -> sites.crossOrigin(List.of(origin)))
                .hasMessageStartingWith("stipple.cors.origins is " + origin);
    }

    private static String call(Site site, String method, String path, String type, String body) {
        Page page = chromium.page(new NewContextOptions());
        page.navigate(site.address());
        String name = method.equals("POST") ? "Content-Type" : "Accept";
        Map<String, String> headers = Map.of(name, type, "Authorization", "Bearer of-another-service");
        Object said = page.evaluate(CALL, List.of("http://localhost:" + service.port() + path, method, headers, body));
        chromium.errors();
        return (String) said;
    }
}
