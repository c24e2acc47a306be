package dev.stipple.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.access.accounts.ApiKeys;
import dev.stipple.access.accounts.Role;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that are made to cost more than they are: every door that reads one answers briefly, and none fails. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HostileBodiesTest {
    private static final String JSON = "application/json";
    private static final int NAMES = 9_000;

    /**
     * A door that reads answers.
     *
     * @param before what stands before the members of a body
     * @param after what stands after them
     */
    record Door(String path, String type, String before, String after) {
        String body(String members) {
            return before + members + after;
        }

        @Override
        public String toString() {
            return path + " " + type;
        }
    }

    @LocalServerPort
    private int port;

    private final String key;

    @Autowired
    HostileBodiesTest(ApiKeys keys) {
        key = keys.create("hostile" + UUID.randomUUID(), Role.CONSULTANT, "test");
    }

    static Stream<Door> doors() {
        String response = "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\", \"item\": [";
        String hook =
                "{\"hook\": \"patient-view\", \"hookInstance\": \"1\", \"context\": {\"userId\": \"Practitioner/1\", \"patientId\": \"1\"}, \"prefetch\": {\"answers\": ";
        return Stream.of(
                new Door("/api/v1/assessments", JSON, "{\"answers\": {", "}}"),
                new Door("/api/v1/assessments", JSON, "{\"answers\": {}, ", "}"),
                new Door("/api/v1/counterfactuals", JSON, "{\"answers\": {", "}}"),
                new Door("/api/v1/rules/TRA-02/why-not", JSON, "{\"answers\": {", "}}"),
                new Door("/api/v1/screenings", JSON, "{\"consent\": \"1\", \"contact\": {", "}, \"answers\": {}}"),
                new Door("/api/v1/screenings", JSON, "{\"consent\": \"1\", \"answers\": {", "}}"),
                new Door("/surveyjs/assessments", JSON, "{", "}"),
                new Door("/fhir/QuestionnaireResponse", JSON, response + "{", "}]}"),
                new Door("/cds-services/suitability", JSON, hook + response + "{", "}]}}}"),
                new Door(
                        "/api/v1/screenings/import",
                        "application/x-ndjson",
                        "{\"consent\": \"1\", \"answers\": {",
                        "}}"),
                new Door(
                        "/api/v1/screenings/import",
                        "application/x-ndjson",
                        "{\"consent\": \"1\", \"answers\": {}, ",
                        "}"));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aNumberOfManyDigitsIsRefused(Door door) throws Exception {
        for (String number : new String[] {"9".repeat(200_000), "1e999999999", "-" + "1".repeat(5_000) + ".5"}) {
            HttpResponse<String> answer = post(door, door.body("\"candidate\": {\"ageYears\": " + number + "}"));

            assertThat(answer.statusCode()).isLessThan(500);
            assertThat(answer.body()).hasSizeLessThan(10_000);
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aNameOfManyLettersIsRefused(Door door) throws Exception {
        HttpResponse<String> answer = post(door, door.body("\"" + "a".repeat(60_000) + "\": 1"));

        assertThat(answer.statusCode()).isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void atMostAHundredFaultsAreToldWithTheCountOfTheRest(Door door) throws Exception {
        String names = door.before().endsWith("\"item\": [{")
                ? IntStream.range(0, NAMES)
                        .mapToObj(i -> "\"linkId\":\"x" + i + "\"")
                        .collect(Collectors.joining("},{"))
                : IntStream.range(0, NAMES)
                        .mapToObj(i -> "\"unknown" + i + "\":1")
                        .collect(Collectors.joining(","));

        HttpResponse<String> answer = post(door, door.body(names));

        assertThat(answer.body()).hasSizeLessThan(100_000);
        JsonNode told = JsonMapper.shared().readTree(answer.body());
        JsonNode faults = told.has("refused") ? told.path("refused").path(0) : told;
        if (told.has("issue")) {
            assertThat(told.path("issue").size()).isEqualTo(101);
            assertThat(told.path("issue").path(100).path("severity").stringValue())
                    .isEqualTo("information");
            assertThat(told.path("issue").path(100).path("details").path("text").stringValue())
                    .contains(" " + (NAMES - 100) + " ");
        } else {
            assertThat(faults.path("errors").size()).isEqualTo(100);
            assertThat(faults.path("more").intValue()).isEqualTo(NAMES - 100);
        }
    }

    @Test
    void ofATableWithManyUnknownColumnsAHundredAreTold() throws Exception {
        String header = IntStream.range(0, NAMES).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        HttpResponse<String> answer = post(new Door("/api/v1/screenings/import", "text/csv", "", ""), header + "\n1\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode told = JsonMapper.shared().readTree(answer.body());
        assertThat(told.path("errors").size()).isEqualTo(100);
        assertThat(told.path("more").intValue()).isEqualTo(NAMES - 100);
    }

    @Test
    void ofAFileWithManyFaultyLinesAHundredAreTold() throws Exception {
        HttpResponse<String> answer =
                post(new Door("/api/v1/screenings/import", "application/x-ndjson", "", ""), "{}\n".repeat(1_000));

        JsonNode told = JsonMapper.shared().readTree(answer.body());
        assertThat(told.path("refused").size()).isEqualTo(100);
        assertThat(told.path("moreRefused").intValue()).isEqualTo(900);
    }

    private HttpResponse<String> post(Door door, String body) throws Exception {
        var running = new Running(port);
        return running.send(HttpRequest.newBuilder(URI.create(running.address(door.path())))
                .header("Content-Type", door.type())
                .header("X-API-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }
}
