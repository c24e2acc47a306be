package dev.stipple.api.cds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.api.Running;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The CDS Hooks door as a clinician's record system meets it. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CdsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CALL =
            "{'hook': 'patient-view', 'hookInstance': '1', 'context': {'patientId': '7'}, 'prefetch': {'answers': %s}}";
    private static final String AGED =
            "{'resourceType': 'QuestionnaireResponse', 'status': 'completed', 'item': [{'linkId': 'candidate.ageYears',"
                    + " 'answer': [{'valueInteger': %d}]}]}";

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    @Test
    void theServiceSaysWhatItNeeds() throws Exception {
        JsonNode service = JSON.readTree(new Running(port)
                        .get("/cds-services", "application/json")
                        .body())
                .path("services")
                .path(0);

        assertEquals("patient-view", service.path("hook").stringValue());
        assertTrue(service.path("prefetch")
                .path("answers")
                .stringValue()
                .startsWith("QuestionnaireResponse?subject=Patient/{{context.patientId}}"));
    }

    @Test
    void theVerdictIsACardWithItsReasonsAndWhereToReadOn() throws Exception {
        JsonNode card = card(CALL.formatted(AGED.formatted(12)));

        assertEquals("critical", card.path("indicator").stringValue());
        assertTrue(card.path("summary").stringValue().length() < 140);
        assertTrue(card.path("summary").stringValue().contains("Not suitable: "));
        long points = card.path("detail")
                .stringValue()
                .lines()
                .filter(line -> line.startsWith("- "))
                .count();
        assertTrue(points >= 1 && points <= 3, card.path("detail").stringValue());
        JsonNode link = card.path("links").path(0);
        assertEquals("absolute", link.path("type").stringValue());
        String path = link.path("url").stringValue().replaceFirst("http://[^/]+", "");
        assertTrue(path.startsWith("/intake"), path);
        assertEquals(200, new Running(port).get(path, "text/html").statusCode());
    }

    @Test
    void answersToAnotherVersionOfTheQuestionnaireAreReadAndToldSo() throws Exception {
        String other =
                AGED.formatted(12).replace("'item'", "'questionnaire': 'urn:stipple:questionnaire:intake|old', 'item'");

        assertTrue(detail(other).contains("another version of the questionnaire"), detail(other));
        assertFalse(detail(AGED.formatted(12)).contains("another version"));
    }

    private String detail(String response) throws Exception {
        return card(CALL.formatted(response)).path("detail").stringValue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "null",
                "{'resourceType': 'Bundle'}",
                "{'resourceType': 'Bundle', 'entry': []}",
                "{'resourceType': 'OperationOutcome', 'issue': [{'severity': 'error', 'code': 'not-found'}]}"
            })
    void whereNothingIsKnownThereIsNoCard(String answers) throws Exception {
        JsonNode cards = JSON.readTree(
                        post("suitability", CALL.formatted(answers)).body())
                .path("cards");

        assertTrue(cards.isArray());
        assertEquals(0, cards.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'hook': 'order-sign', 'hookInstance': '1', 'context': {}} | 400",
                "{'hook': 'patient-view', 'context': {}} | 400",
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': 4} | 400",
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': {}} | 412",
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': {}, 'prefetch': {'answers': {}}} | 422",
                "[] | 400",
                "{ | 400"
            })
    void whatCannotBeAnsweredIsAProblem(String call, int status) throws Exception {
        var response = post("suitability", call);

        assertEquals(status, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void whatBecameOfACardIsCountedAndNothingElseIsKept() throws Exception {
        String uuid = card(CALL.formatted(AGED.formatted(12))).path("uuid").stringValue();
        double before = overridden();

        var response = post("suitability/feedback", """
                {'feedback': [{'card': '%s', 'outcome': 'overridden', 'outcomeTimestamp': '2026-11-30T08:00:00Z',
                  'overrideReason': {'reason': {'code': 'seen'}, 'userComment': 'seen in person'}}]}""".formatted(uuid));

        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
        assertEquals(before + 1, overridden());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'feedback': [{'card': '1', 'outcome': 'ignored', 'outcomeTimestamp': '2026-11-30T08:00:00Z'}]} | 422",
                "{'feedback': [{'outcome': 'accepted', 'outcomeTimestamp': '2026-11-30T08:00:00Z'}]} | 422",
                "{'feedback': [{'card': '1', 'outcome': 'accepted', 'outcomeTimestamp': '2026-11-30T08:00:00Z', 'a': 5}]} | 422",
                "{'feedback': [{'card': '1', 'outcome': 'accepted'}]} | 422",
                "{'feedback': [{'card': '1', 'outcome': 'accepted', 'outcomeTimestamp': 'today'}]} | 422",
                "{'feedback': {}} | 400",
                "{} | 400"
            })
    void feedbackThatSaysNothingIsAProblem(String feedback, int status) throws Exception {
        double before = overridden();

        assertEquals(status, post("suitability/feedback", feedback).statusCode());
        assertEquals(404, post("other/feedback", feedback).statusCode());
        assertEquals(before, overridden());
    }

    private double overridden() {
        return meters.counter("stipple.cards", "outcome", "overridden").count();
    }

    @Test
    void thereIsNoOtherService() throws Exception {
        assertEquals(404, post("other", CALL.formatted("null")).statusCode());
    }

    private JsonNode card(String call) throws Exception {
        JsonNode cards = JSON.readTree(post("suitability", call).body()).path("cards");
        assertEquals(1, cards.size());
        return cards.path(0);
    }

    private HttpResponse<String> post(String service, String body) throws Exception {
        return new Running(port).post("/cds-services/" + service, "application/json", body.replace('\'', '"'));
    }
}
