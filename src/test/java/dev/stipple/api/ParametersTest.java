package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What stands behind the question mark is read, once, or refused. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ParametersTest {
    private static final String NOTHING = "{\"answers\": {}}";

    @LocalServerPort
    private int port;

    private final RequestMappingHandlerMapping doors;
    private final ApiKeys keys;
    private String key = "";

    @Autowired
    ParametersTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors, ApiKeys keys) {
        this.doors = doors;
        this.keys = keys;
    }

    @BeforeEach
    void makeKey() {
        key = keys.create("parameters" + UUID.randomUUID(), Role.ADMIN, "test");
    }

    @Test
    void noDoorForProgramsTakesAParameterThatItDoesNotRead() throws Exception {
        var asked = Doors.of(doors, any -> true)
                .filter(door -> door.matches("[A-Z]+ /(api|fhir|cds-services|surveyjs|calendar)(/.*)?"))
                .toList();
        assertThat(asked)
                .contains("GET /api/v1/screenings/export", "GET /cds-services", "GET /fhir/Questionnaire/{id}");

        for (String door : asked) {
            String[] parts = door.split(" ", 2);

            HttpResponse<String> refused = send(parts[0], parts[1].replaceAll("\\{[a-z]+}", "0000") + "?qwx=1");

            assertThat(refused.statusCode()).as("%s %s", door, refused.body()).isIn(400, 415);
            assertThat(refused.statusCode() == 415 || refused.body().contains("qwx"))
                    .as("%s %s", door, refused.body())
                    .isTrue();
        }
    }

    @Test
    void noDoorForProgramsTakesABodyThatItDoesNotRead() throws Exception {
        var asked = Doors.of(doors, door -> !reads(door))
                .filter(door -> door.matches("[A-Z]+ /(api|fhir|cds-services|surveyjs|calendar)(/.*)?"))
                .toList();
        assertThat(asked)
                .contains("GET /api/v1/screenings", "GET /fhir/metadata", "DELETE /api/v1/screenings/{reference}")
                .contains("POST /api/v1/accounts/{name}/unlock", "POST /api/v1/screenings/{reference}/agenda/{number}")
                .doesNotContain("POST /api/v1/screenings", "POST /api/v1/screenings/import");

        for (String door : asked) {
            String[] parts = door.split(" ", 2);
            String path = parts[1].replaceAll("\\{[a-z]+}", "0000");

            HttpResponse<String> refused = send(parts[0], path, "application/json", NOTHING);

            assertThat(refused.statusCode()).as("%s %s", door, refused.body()).isEqualTo(400);
            assertThat(refused.body()).as(door).contains("reads no body; leave it out");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, application/x-www-form-urlencoded, 'reads no body'",
        "GET, multipart/form-data;boundary=x, 'reads no body'",
        "DELETE, text/plain, 'reads no body'",
        "DELETE, application/x-www-form-urlencoded, 'reads no body'",
    })
    void aBodyIsRefusedWhateverItIs(String method, String type, String told) throws Exception {
        HttpResponse<String> refused = send(method, "/api/v1/screenings/AAAA-BBBB-CCCC", type, "status=DECIDED");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(told);
    }

    private static boolean reads(HandlerMethod door) {
        return Stream.of(door.getMethodParameters())
                .anyMatch(each -> each.hasParameterAnnotation(RequestBody.class)
                        || each.getParameterType().equals(InputStream.class));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/screenings?statu=WAITING, 'reads no parameter ''statu''; write ''status'''",
        "GET, /api/v1/screenings/export?statu=ERASED, write 'status'",
        "POST, /api/v1/assessments?detial=full, write 'detail'",
        "GET, /api/v1/rulebook?digest=1, 'reads no parameter ''digest'', nor any other'",
        "GET, /api/v1/screenings?status=WAITING&status=DECIDED, 'given twice'",
        "GET, /api/v1/screenings?status=WAITING&status=WAITING, 'given twice'",
        "GET, /fhir/Questionnaire/intake?_summary=true, reads no parameter '_summary'",
        "POST, /api/v1/assessments?asOf=%2B999999999-12-31, 'a day from 1900-01-01 to 2199-12-31'",
        "POST, /api/v1/assessments?asOf=1899-12-31, 'a day from 1900-01-01 to 2199-12-31'",
        "POST, /api/v1/assessments?given=-999999999-01-01, 'a day from 1900-01-01 to 2199-12-31'",
        "GET, /api/v1/screenings?size=0, 'from 1 to 200'",
        "GET, /api/v1/screenings?size=-1, 'from 1 to 200'",
        "GET, /api/v1/screenings?size=201, 'from 1 to 200'",
    })
    void itIsNamedWithWhatWasProbablyMeant(String method, String path, String told) throws Exception {
        HttpResponse<String> refused = send(method, path);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/screenings?status=WAITING&size=200&sort=RECEIVED&descending=false",
                "/api/v1/audit/verification?seal=a&seal=b",
                "/fhir/Questionnaire/intake?_format=json",
                "/fhir/Questionnaire/intake?_format=application/fhir%2Bjson&_pretty=true",
                "/fhir/Questionnaire/intake?_format=application/fhir+json",
                "/api/v1/rules/AGE-01?language=fr"
            })
    void whatIsReadIsTaken(String path) throws Exception {
        assertThat(send("GET", path).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return new Running(port).send(method, path, key, type, body);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return send(method, path, "application/json", method.equals("GET") ? "" : NOTHING);
    }
}
