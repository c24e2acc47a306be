package dev.stipple.api.cds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.api.Running;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A card is about the patient of the call and about their newest answers, or there is none. */
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("whole")
class CdsPatientTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CALL = "{'hook': 'patient-view', 'hookInstance': '1', 'fhirServer':"
            + " 'https://clinic.example/fhir', 'context': {'patientId': '7'}, 'prefetch': {'answers': %s}}";
    private static final String AGED = "{'resourceType': 'QuestionnaireResponse', 'status': 'completed'%s, 'item':"
            + " [{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': %d}]}]}";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/7",
                "Patient/7/_history/3",
                "https://clinic.example/fhir/Patient/7",
                "https://clinic.example/fhir/Patient/7/_history/3"
            })
    void thePatientOfTheCallIsAnswered(String subject) throws Exception {
        assertThat(post(CALL.formatted(about(subject))).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/8",
                "Patient/77",
                "Practitioner/7",
                "https://elsewhere.example/fhir/Patient/7",
                "urn:uuid:7",
                "#7",
                "7"
            })
    void anotherPatientIsRefused(String subject) throws Exception {
        var refused = post(CALL.formatted(about(subject)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly("/prefetch/answers/subject/reference");
    }

    @Test
    void aCallThatNamesNobodyIsRefused() throws Exception {
        for (String id : new String[] {"", " ", "Patient/7", "7/8", "7".repeat(65)}) {
            var refused = post(
                    CALL.formatted(about("Patient/" + id)).replace("'patientId': '7'", "'patientId': '" + id + "'"));

            assertThat(refused.statusCode()).as(id).isEqualTo(422);
            assertThat(pointers(refused)).as(id).contains("/context/patientId");
        }
    }

    @Test
    void whoIsSaidToBeNoPatientIsRefused() throws Exception {
        String group =
                about("Patient/7").replace("'reference': 'Patient/7'", "'reference': 'Patient/7', 'type': 'Group'");

        assertThat(group).contains("Group");
        assertThat(post(CALL.formatted(group)).statusCode()).isEqualTo(422);
        assertThat(post(CALL.formatted(group.replace("Group", "Patient"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherPatientIsRefusedInABundleToo() throws Exception {
        var refused = post(CALL.formatted(bundle(aged("2026-11-02", 40), about("Patient/8"))));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(pointers(refused)).contains("/prefetch/answers/entry/1/resource/subject/reference");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2020-01-01",
        "2026-11-01T10:00:00Z, 2026-11-01T09:00:00Z",
        "2026-11-01T10:00:00Z, 2026-11-01T11:00:00+02:00",
        "2026-11-01T10:00:00.500Z, 2026-11-01T10:00:00Z",
        "2026-11-03, 2026-11-01T10:00:00Z",
        "2026-12, 2026-11-30",
        "2027, 2026-12"
    })
    void theNewestResponseCounts(String newer, String older) throws Exception {
        for (String bundle :
                List.of(bundle(aged(newer, 12), aged(older, 40)), bundle(aged(older, 40), aged(newer, 12)))) {
            var answered = post(CALL.formatted(bundle));

            assertThat(JSON.readTree(answered.body()).at("/cards/0/indicator").asString(""))
                    .as(answered.body())
                    .isEqualTo("critical");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-01",
        "2026-11-01, 2026-11-01T10:00:00Z",
        "2026-11-01, 2026-11-02T03:00:00Z",
        "2026, 2026-11",
        "2026-11-01, ''",
        "'', ''",
        "2026-11-01, yesterday"
    })
    void whichIsTheNewestIsNeverGuessed(String one, String other) throws Exception {
        var refused = post(CALL.formatted(bundle(aged(one, 12), aged(other, 40))));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(pointers(refused)).allMatch(each -> each.matches("/prefetch/answers/entry/[01]/resource/authored"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'item': [], 'item': [] | /prefetch/answers/item",
                "'items': [] | /prefetch/answers/items",
                "'modifierExtension': [{'url': 'urn:not'}] | /prefetch/answers/modifierExtension",
            })
    void whatIsNotReadIsRefusedAtItsPlaceInTheCall(String member, String pointer) throws Exception {
        var refused = post(
                CALL.formatted("{'resourceType': 'QuestionnaireResponse', 'status': 'completed', " + member + "}"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': {'patientId': '7'}, 'prefetch': {'answers': null, 'answer': {}}} | /prefetch/answer",
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': {'patientId': '7', 'patient': '8'}, 'prefetch': {'answers': null}} | /context/patient",
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': {'patientId': '7'}, 'prefetch': {'answers': null}, 'prefetched': {}} | /prefetched",
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': {'patientId': '7'}, 'prefetch': {'answers': {'resourceType': 'Bundle', 'entries': []}}} | /prefetch/answers/entries",
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': {'patientId': '7'}, 'prefetch': {'answers': {'resourceType': 'Bundle', 'entry': {}}}} | /prefetch/answers/entry",
                "{'hook': 'patient-view', 'hookInstance': '1', 'context': {'patientId': '7'}, 'prefetch': {'answers': {'resourceType': 'Bundle', 'entry': [{'resource': {'resourceType': 'Observation'}}]}}} | /prefetch/answers/entry/0/resource/resourceType",
            })
    void theFrameIsAccountedForToo(String call, String pointer) throws Exception {
        var refused = post(call);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly(pointer);
    }

    private static String about(String subject) {
        return AGED.formatted(", 'authored': '2026-11-01', 'subject': {'reference': '" + subject + "'}", 40);
    }

    private static String aged(String authored, int years) {
        return AGED.formatted(authored.isEmpty() ? "" : ", 'authored': '" + authored + "'", years);
    }

    private static String bundle(String one, String other) {
        return "{'resourceType': 'Bundle', 'type': 'searchset', 'entry': [{'resource': " + one + "}, {'resource': "
                + other + "}]}";
    }

    private static List<String> pointers(HttpResponse<String> refused) {
        JsonNode errors = JSON.readTree(refused.body()).path("errors");
        return errors.findValuesAsString("pointer");
    }

    private HttpResponse<String> post(String body) throws Exception {
        return new Running(port).post("/cds-services/suitability", "application/json", body.replace('\'', '"'));
    }
}
