package dev.stipple.api.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.RunningService;
import dev.stipple.Shipped;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever mistakes an address is told so, and not that they have to say who they are. */
@Tag("whole")
class KnownAddressesTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.on(Shipped.FOLDER);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/assessments/, /api/v1/assessments",
        "POST, /api/v1/assesments, /api/v1/assessments",
        "POST, /api/v1//assessments, /api/v1/assessments",
        "POST, /api/assessments, /api/v1/assessments",
        "GET,  /api/v1/screening, /api/v1/screenings",
        "GET,  /api/v1/screenings/K7QF-3M2X-9RTW/revision, /api/v1/screenings/{reference}/revisions",
        "GET,  /surveyjs/surveys, /surveyjs/survey",
        "GET,  /cds-services/, /cds-services",
        "GET,  /fhir/metadata/, /fhir/metadata",
        "GET,  /fhir/Questionaire/intake, /fhir/Questionnaire/{id}",
    })
    void anAddressThatIsNotThereIsToldWithTheNearest(String method, String path, String nearest) {
        var answer = ask(method, path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(answer.body()).contains("is " + nearest + ".");
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .isEqualTo(path.startsWith("/fhir") ? "application/fhir+json" : "application/problem+json");
    }

    @Test
    void anAddressLikeNoOtherIsToldWhereAllStand() {
        assertThat(ask("GET", "/api/xyz").body()).contains("/v3/api-docs");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/assessments, POST",
        "POST, /api/v1/questionnaire, 'GET, HEAD'",
        "DELETE, /api/v1/account/password, PUT",
        "PUT, /api/v1/screenings, 'GET, HEAD, POST'",
        "GET, /fhir/QuestionnaireResponse, POST",
    })
    void anAddressThatIsAskedInAnotherWayNamesTheOnesThatItTakes(String method, String path, String allowed) {
        var answer = ask(method, path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains(allowed);
        assertThat(answer.body()).contains(allowed);
    }

    /** A screening that is there and one that is not are the same to whoever may not read them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/screenings", "/api/v1/screenings/K7QF-3M2X-9RTW", "/api/v1/accounts", "/api/v1/backup"})
    void aClosedDoorStaysClosed(String path) {
        assertThat(ask("GET", path).statusCode()).isEqualTo(401);
    }

    /** What the filter takes for known is what a controller answers, whoever asks. */
    @Test
    void whoMayDoEverythingMeetsTheSame() {
        String key = service.bean(ApiKeys.class).create("addresses", Role.ADMIN, "test");
        for (String path : List.of("/api/v1/none", "/api/v1/screenings/", "/api")) {
            var request = service.request(path).header("X-API-Key", key).build();

            assertThat(service.send(request).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(Set.of(200, 204))
                .contains(service.send(service.request("/api/v1/accounts")
                                .header("X-API-Key", key)
                                .method("HEAD", BodyPublishers.noBody())
                                .build())
                        .statusCode());
    }

    private static HttpResponse<String> ask(String method, String path) {
        return service.send(
                service.request(path).method(method, BodyPublishers.noBody()).build());
    }
}
