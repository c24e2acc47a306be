package dev.stipple.api.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.api.Running;
import dev.stipple.api.Stories;
import dev.stipple.questionnaire.Questionnaire;
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
import tools.jackson.databind.node.ObjectNode;

/** What a QuestionnaireResponse says is read wherever the standard lets it stand, and refused at its place otherwise. */
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("whole")
class FhirLossTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Questionnaire QUESTIONNAIRE = Shipped.rulebook().questionnaire();
    private static final String ENTRY = "{'linkId': 'transplants-entry', 'item': ["
            + "{'linkId': 'transplants.kind', 'answer': [{'valueCoding': {'code': 'FUE'}}]},"
            + "{'linkId': 'transplants.monthsAgo', 'answer': [{'valueInteger': 2}]}]}";
    private static final String FAVOURABLE = "bald-man-shaved-look";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'linkId': 'transplants-any', 'answer': [{'valueCoding': {'code': 'true'}, 'item': [%s]}]}",
                "{'linkId': 'transplants-any', 'answer': [{'valueCoding': {'code': 'true'}}], 'item': [%s]}",
                "{'linkId': 'transplants-any', 'item': [%s]}",
                "{'linkId': 'goal', 'item': [%s]}",
            })
    void aNestedTransplantOfTwoMonthsAgoIsNotYetSuitable(String gate) throws Exception {
        var answered = post(favourableWith(gate.formatted(ENTRY)));

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("\"DEFER\"", "TRA-02");
    }

    @Test
    void yesWithoutSayingWhichIsNotForgotten() throws Exception {
        String yes = "{'linkId': 'transplants-any', 'answer': [{'valueCoding': {'code': 'true'}}]}";

        String answered = post(favourableWith(yes)).body();

        assertThat(answered).contains("transplants.monthsAgo").doesNotContain("linkId = 'transplants-any'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 40, 'valueString': 'x'}]} | item[0].answer[0].valueString",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 40, 'valueDecimal': 41}]} | item[0].answer[0].valueDecimal",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 40, 'item': [{'linkId': 'unknown'}]}]} | item[0].answer[0].item[0].linkId",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 40}], 'item': [{'linkId': 'unknown'}]} | item[0].item[0].linkId",
                "{'linkId': 'scars-any', 'answer': [{'valueCoding': {'code': 'true'}, 'item': [{'linkId': 'scars-enty'}]}]} | item[0].answer[0].item[0].linkId",
                "{'linkId': 'candidate.ageYears', 'modifierExtension': [{'url': 'urn:not'}]} | item[0].modifierExtension",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 40, 'modifierExtension': [{'url': 'urn:not'}]}]} | item[0].answer[0].modifierExtension",
                "{'linkId': 'candidate', 'answer': [{'valueInteger': 40}]} | item[0].answer",
                "{'linkId': 'scars-entry', 'answer': [{'valueCoding': {'code': 'FUT'}}]} | item[0].answer",
                "{'linkId': 'candidate', 'item': {'linkId': 'candidate.ageYears'}} | item[0].item",
                "{'linkId': 'candidate.ageYears', 'answer': {'valueInteger': 40}} | item[0].answer",
                "{'linkId': 'scars-any', 'answer': [{'valueCoding': {'code': 'false'}}, {'valueCoding': {'code': 'true'}}]} | item[0].answer[1]",
                "{'linkId': 'scars-any', 'answer': [{'valueCoding': {'code': 'false'}}]}, {'linkId': 'scars-any', 'answer': [{'valueCoding': {'code': 'true'}}]} | item[1]",
                "{'linkId': 'scars-any', 'answer': [{'valueCoding': {'code': 'NOT_SURE'}}]}, {'linkId': 'scars-entry'} | item[0]",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 40}], 'prefix': '1'} | item[0].prefix",
                "{'linkId': 'candidate.sexAtBirth', 'answer': [{'valueCoding': {'code': 'MALE', 'abstract': true}}]} | item[0].answer[0].valueCoding.abstract",
                "{'linkId': 'candidate.ageYears', 'odd `name`': 1} | item[0].`odd \\`name\\``",
            })
    void whatIsNotReadIsRefusedAtItsPlace(String items, String place) throws Exception {
        var refused =
                post("{'resourceType': 'QuestionnaireResponse', 'status': 'in-progress', 'item': [" + items + "]}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(FhirValidator.errors(refused.body())).isEmpty();
        assertThat(expressions(refused)).containsExactly("QuestionnaireResponse." + place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'item': {'linkId': 'candidate'} | item",
                "'modifierExtension': [{'url': 'urn:not'}] | modifierExtension",
                "'implicitRules': 'urn:other-rules' | implicitRules",
                "'items': [] | items",
                "'subject': {'reference': 'Patient/1', 'who': 'x'} | subject.who",
                "'subject': 'Patient/1' | subject",
            })
    void theFrameIsAccountedForToo(String member, String place) throws Exception {
        var refused = post("{'resourceType': 'QuestionnaireResponse', 'status': 'completed', " + member + "}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(expressions(refused)).containsExactly("QuestionnaireResponse." + place);
    }

    @Test
    void whatIsToleratedIsToleratedByName() throws Exception {
        String response =
                "{'resourceType': 'QuestionnaireResponse', 'id': 'a', 'meta': {'source': 'x'}, 'text': {'status':"
                        + " 'empty'}, 'contained': [{'resourceType': 'Patient'}], 'extension': [{'url': 'urn:a'}], 'identifier':"
                        + " {'value': '1'}, 'basedOn': [{}], 'partOf': [{}], 'encounter': {}, 'author': {}, 'source': {},"
                        + " 'authored': '2026-11-28', '_status': {'id': 'b'}, 'status': 'completed', 'item': [{'id': 'c',"
                        + " 'linkId': 'candidate.sexAtBirth', '_linkId': {'id': 'd'}, 'definition': 'urn:d', 'text': 'Sex',"
                        + " 'extension': [{'url': 'urn:a'}], 'answer': [{'id': 'e', 'extension': [{'url': 'urn:a'}],"
                        + " 'valueCoding': {'id': 'f', 'code': 'MALE', 'display': 'Man', 'version': '1', 'userSelected': true,"
                        + " 'extension': [{'url': 'urn:a'}]}}]}]}";

        assertThat(post(response).statusCode()).isEqualTo(200);
    }

    private static List<String> expressions(HttpResponse<String> refused) {
        return JSON.readTree(refused.body()).path("issue").findValues("expression").stream()
                .map(each -> each.path(0).stringValue())
                .toList();
    }

    /** Somebody who would be suitable, with the item that asks for transplants replaced. */
    private static String favourableWith(String gate) {
        ObjectNode response = Responses.of(Stories.answers(QUESTIONNAIRE, FAVOURABLE), "completed");
        for (JsonNode group : response.path("item")) {
            if (group.path("linkId").stringValue().equals("transplants")) {
                ((ObjectNode) group).putArray("item").add(JSON.readTree(gate.replace('\'', '"')));
            }
        }
        return response.toString();
    }

    private HttpResponse<String> post(String body) throws Exception {
        return new Running(port).post("/fhir/QuestionnaireResponse", Fhir.MEDIA_TYPE, body.replace('\'', '"'));
    }
}
