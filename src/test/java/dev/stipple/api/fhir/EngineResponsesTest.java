package dev.stipple.api.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The same answers in the shapes in which form engines send them that cannot run here. */
class EngineResponsesTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();
    private static final String ANSWERS = """
        {"candidate": {"ageYears": 41}, "goal": {"looks": ["DENSITY"]},
         "scars": [{"kind": "FUT"}, {"kind": "SURGERY"}], "skin": {"darkMarks": false}}\
        """;

    /** It names when a response was begun, keeps what is unanswered as bare items, and has the text before the link id. */
    @Test
    void aidboxForms() {
        assertRead("""
            {'id': '75177295-2edf', 'resourceType': 'QuestionnaireResponse', 'status': 'in-progress',
             'questionnaire': 'urn:stipple:questionnaire:intake|0.1.0', 'subject': {'reference': 'Patient/morgan'},
             'meta': {'lastUpdated': '2026-08-07T14:12:51.846100Z', 'versionId': '320', 'extension':
               [{'url': 'https://aidbox.example/StructureDefinition/created-at', 'valueInstant': '2026-08-07T14:11:58.571Z'}]},
             'item': [{'text': 'About you', 'linkId': 'section-you', 'item': [
               {'text': 'How old are you?', 'answer': [{'valueInteger': 41}], 'linkId': 'candidate.ageYears'},
               {'text': 'Which sex?', 'linkId': 'candidate.sexAtBirth'},
               {'answer': [{'valueCoding': {'code': 'DENSITY', 'system': 'urn:stipple:codes:goal.looks', 'display': 'x'}}],
                'linkId': 'goal.looks'},
               {'answer': [{'valueCoding': {'code': 'true', 'system': 'urn:stipple:codes:scars-any'}}], 'linkId': 'scars-any'},
               {'item': [{'answer': [{'valueCoding': {'code': 'FUT', 'system': 'urn:stipple:codes:scars.kind'}}],
                 'linkId': 'scars.kind'}], 'linkId': 'scars-entry'},
               {'item': [{'answer': [{'valueCoding': {'code': 'SURGERY', 'system': 'urn:stipple:codes:scars.kind'}}],
                 'linkId': 'scars.kind'}, {'linkId': 'scars.feel'}], 'linkId': 'scars-entry'},
               {'answer': [{'valueCoding': {'code': 'false', 'system': 'urn:stipple:codes:skin.darkMarks'}}],
                'linkId': 'skin.darkMarks'}]}]}\
            """);
    }

    /** They say beside the canonical address what the questionnaire is called, and who filled it in; what is empty is cut out. */
    @Test
    void smartForms() {
        assertRead("""
            {'resourceType': 'QuestionnaireResponse', 'status': 'completed', 'authored': '2026-11-30T08:00:00.000Z',
             'questionnaire': 'urn:stipple:questionnaire:intake',
             '_questionnaire': {'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/display',
               'valueString': 'Intake'}]},
             'subject': {'type': 'Patient', 'reference': 'Patient/1', 'display': 'A. Reyes'},
             'author': {'reference': 'Practitioner/1'}, 'source': {'reference': 'Patient/1'},
             'text': {'status': 'generated', 'div': '<div xmlns="http://www.w3.org/1999/xhtml">41</div>'},
             'item': [{'linkId': 'section-you', 'text': 'About you', 'item': [{'linkId': 'page-you', 'item': [
               {'linkId': 'candidate.ageYears', 'text': 'How old are you?',
                'answer': [{'id': 'a1', 'valueInteger': 41}]}]}]},
              {'linkId': 'section-look', 'item': [{'linkId': 'goal.looks', 'answer': [{'valueCoding':
                {'system': 'urn:stipple:codes:goal.looks', 'version': '1', 'code': 'DENSITY', 'display': 'Density'}}]},
               {'linkId': 'scars-any', 'answer': [{'valueCoding': {'system': 'urn:stipple:codes:scars-any', 'code': 'true'}}]},
               {'linkId': 'scars-entry', 'text': 'Scar', 'item': [{'linkId': 'scars.kind', 'answer':
                 [{'valueCoding': {'system': 'urn:stipple:codes:scars.kind', 'code': 'FUT'}}]}]},
               {'linkId': 'scars-entry', 'text': 'Scar', 'item': [{'linkId': 'scars.kind', 'answer':
                 [{'valueCoding': {'system': 'urn:stipple:codes:scars.kind', 'code': 'SURGERY'}}]}]}]},
              {'linkId': 'skin.darkMarks', 'answer':
                [{'valueCoding': {'system': 'urn:stipple:codes:skin.darkMarks', 'code': 'false'}}]}]}\
            """);
    }

    /** It has the items of a question, such as its help, inside each answer, and every question of a page, answered or not. */
    @Test
    void androidSdc() {
        assertRead("""
            {'resourceType': 'QuestionnaireResponse', 'id': 'r1', 'status': 'completed', 'authored': '2026-11-30T03:00:53.426Z',
             'meta': {'profile': ['http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaireresponse|2.7'],
               'tag': [{'code': 'android'}]},
             'questionnaire': 'urn:stipple:questionnaire:intake', 'encounter': {'reference': 'Encounter/1'},
             'item': [{'linkId': 'section-look', 'item': [{'linkId': 'page-look', 'item': [
               {'linkId': 'goal.looks', 'answer': [{'valueCoding': {'system': 'urn:stipple:codes:goal.looks',
                 'code': 'DENSITY', 'display': 'Density'}, 'item': [{'linkId': 'goal.looks-help'}]}]},
               {'linkId': 'goal.areas'}]}]},
              {'linkId': 'section-you', 'item': [{'linkId': 'page-you', 'item': [
               {'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 41}]},
               {'linkId': 'candidate.sexAtBirth', 'item': [{'linkId': 'candidate.sexAtBirth-help'}]}]},
               {'linkId': 'page-scars', 'item': [
               {'linkId': 'scars-any', 'answer': [{'valueCoding': {'system': 'urn:stipple:codes:scars-any', 'code': 'true'}}]},
               {'linkId': 'scars-entry', 'item': [{'linkId': 'scars.kind', 'answer':
                 [{'valueCoding': {'system': 'urn:stipple:codes:scars.kind', 'code': 'FUT'}}]}, {'linkId': 'scars.feel'}]},
               {'linkId': 'scars-entry', 'item': [{'linkId': 'scars.kind', 'answer':
                 [{'valueCoding': {'system': 'urn:stipple:codes:scars.kind', 'code': 'SURGERY'}}]}, {'linkId': 'scars.feel'}]}]}]},
              {'linkId': 'section-skin', 'item': [{'linkId': 'skin.darkMarks', 'answer':
                [{'valueCoding': {'system': 'urn:stipple:codes:skin.darkMarks', 'code': 'false'}}]}]}]}\
            """);
    }

    private static void assertRead(String response) {
        byte[] sent = response.replace("=\"", "=\\\"")
                .replace("\">", "\\\">")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);

        var read = ResponseReader.read(QUESTIONNAIRE, StrictJson.read(sent), Spoken.EN);

        assertThat(read.answers())
                .isEqualTo(AnswersReader.read(QUESTIONNAIRE, JsonMapper.shared().readTree(ANSWERS), List.of()));
    }
}
