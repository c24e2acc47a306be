package dev.stipple.api.fhir.prefill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Answers;
import dev.stipple.answers.CountedOn;
import dev.stipple.api.Running;
import dev.stipple.api.Stories;
import dev.stipple.api.fhir.Fhir;
import dev.stipple.api.fhir.FhirValidator;
import dev.stipple.api.fhir.ResponseReader;
import dev.stipple.api.fhir.Responses;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person answered before becomes a response to go on with, as HAPI's own client asks for it. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PopulateTest {
    private static final FhirContext R4 = FhirContext.forR4();
    private static final Questionnaire QUESTIONNAIRE = Shipped.rulebook().questionnaire();
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());
    private static final String RESPONSE = "{'resourceType': 'QuestionnaireResponse', 'status': 'completed', %s}";
    private static final String AGED = "'item': [{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 40}]}]";

    @LocalServerPort
    private int port;

    private IGenericClient client;

    @BeforeEach
    void connect() {
        client = R4.newRestfulGenericClient(new Running(port).address("/fhir"));
    }

    @Test
    void anEarlierResponseStandsAsOfToday() throws Exception {
        Answers answers = Stories.answers(QUESTIONNAIRE, "man-recent-transplant");
        LocalDate given = today.minusMonths(7);
        String earlier = Responses.of(answers, "completed")
                .put("authored", given.toString())
                .toString();

        Parameters populated = populate(asked(earlier));

        QuestionnaireResponse response = response(populated);
        assertThat(populated.getParameter()).hasSize(1);
        assertThat(read(response))
                .isEqualTo(CountedOn.of(answers, given, today))
                .isNotEqualTo(answers);
        assertThat(response.getSubject().getReference()).isEqualTo("Patient/1");
        assertThat(response.getStatus()).isEqualTo(QuestionnaireResponse.QuestionnaireResponseStatus.INPROGRESS);
        assertThat(FhirValidator.errors(
                        json(response),
                        new Running(port)
                                .get("/fhir/Questionnaire/intake", Fhir.MEDIA_TYPE)
                                .body()))
                .isEmpty();
        assertThat(client.create().resource(response).execute().getResource()).isInstanceOf(GuidanceResponse.class);
    }

    @Test
    void ofWhomNothingIsKnownEveryItemIsEmpty() throws Exception {
        Parameters populated = populate(asked());

        QuestionnaireResponse response = response(populated);
        assertThat(json(response)).contains("page-look", "goal.looks").doesNotContain("answer", "scars-entry");
        assertThat(read(response)).isEqualTo(Answers.none(QUESTIONNAIRE));
        assertThat(response.getSubject().getReference()).isEqualTo("Patient/1");
        assertThat(FhirValidator.errors(json(populated))).isEmpty();
    }

    @Test
    void whatDoesNotFitAnyMoreIsLeftOutAndTold() {
        Parameters populated = populate(asked(RESPONSE.formatted("""
            'authored': '%s', 'questionnaire': 'urn:stipple:questionnaire:intake|older', 'item': [
            {'linkId': 'candidate.eyeColour', 'answer': [{'valueString': 'green'}]},
            {'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 400}]},
            {'linkId': 'candidate.sexAtBirth', 'answer': [{'valueCoding': {'code': 'MALE'}}]},
            {'linkId': 'candidate.pregnancy', 'answer': [{'valueCoding': {'code': 'NONE'}}]},
            {'linkId': 'skin.fitzpatrick', 'answer': [{'valueCoding': {'code': 'VII'}}]}]\
            """.formatted(today))));

        assertThat(read(response(populated)).json().toString()).isEqualTo("{candidate={sexAtBirth=MALE}}");
        String at = "Parameters.parameter[1].part[1].resource.";
        assertThat(places(populated))
                .containsExactlyInAnyOrder(
                        at + "questionnaire", at + "item[0].linkId", at + "item[1]", at + "item[3]", at + "item[4]");
        assertThat(issues(populated).getIssue())
                .allMatch(issue -> issue.getSeverity().equals(OperationOutcome.IssueSeverity.WARNING));
        assertThat(FhirValidator.errors(json(populated))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'authored': '2199-01-01',"})
    void whatCountsOnIsLeftOutWhereNobodyKnowsSinceWhen(String authored) {
        Parameters populated = populate(asked(RESPONSE.formatted(authored + """
             'item': [{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 40}]},
            {'linkId': 'candidate.sexAtBirth', 'answer': [{'valueCoding': {'code': 'MALE'}}]}]\
            """)));

        assertThat(read(response(populated)).json().toString()).isEqualTo("{candidate={sexAtBirth=MALE}}");
        assertThat(issues(populated).getIssueFirstRep().getDiagnostics()).contains("candidate.ageYears");
    }

    @Test
    void theNewestOfASearchCountsAndWhatElseIsThereIsTold() {
        String bundle = """
            {'resourceType': 'Bundle', 'type': 'searchset', 'entry': [{'resource': %s}, {'resource': %s},
            {'resource': {'resourceType': 'Observation', 'status': 'final', 'code': {'text': 'weight'}}}]}\
            """.formatted(
                        RESPONSE.formatted("'authored': '2020-03-01', " + AGED),
                        RESPONSE.formatted("'authored': '%s', ".formatted(today) + AGED.replace("40", "46")));
        Parameters call = asked(bundle);
        call.addParameter("local", true);
        call.addParameter().setName("context").addPart().setName("content").setValue(new Reference("Patient/1"));

        Parameters populated = populate(call);

        assertThat(read(response(populated)).json().toString()).isEqualTo("{candidate={ageYears=46}}");
        String entry = "Parameters.parameter[1].part[1].resource.entry";
        assertThat(places(populated))
                .containsExactlyInAnyOrder(
                        entry + "[0].resource",
                        entry + "[2].resource",
                        "Parameters.parameter[2]",
                        "Parameters.parameter[3].part[0]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'subject': {'reference': 'Patient/2'}, 'status': 'completed' | subject",
                "'status': 'entered-in-error' | status",
                "'status': 'completed', 'modifierExtension': [{'url': 'urn:not', 'valueBoolean': true}] |"
                        + " modifierExtension",
                "'status': 'completed', 'questionnaire': 'urn:another' | questionnaire"
            })
    void whatIsNotTheirsOrNotMeantIsRefused(String members, String place) {
        Parameters call = asked("{'resourceType': 'QuestionnaireResponse', " + members + "}");

        assertThatThrownBy(() -> populate(call))
                .isInstanceOfSatisfying(
                        UnprocessableEntityException.class,
                        refused -> assertThat(((OperationOutcome) refused.getOperationOutcome())
                                        .getIssueFirstRep()
                                        .getExpression()
                                        .get(0)
                                        .getValue())
                                .isEqualTo("Parameters.parameter[1].part[1].resource." + place));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "intake | {'resourceType': 'Parameters', 'parameter': [{'name': 'subjekt'}]} | 422",
                "intake | {'resourceType': 'Parameters', 'parameter': [{'name': 'context', 'part': [{'name': 'x'}]}]}"
                        + " | 422",
                "intake | {'resourceType': 'Parameters', 'parameter': [{'name': 'subject', 'valueString': 'Ana'}]} |"
                        + " 422",
                "intake | {'resourceType': 'Patient'} | 422",
                "intake | { | 400",
                "other | {'resourceType': 'Parameters'} | 404",
                "intake | {'resourceType': 'Parameters'} | 422",
                "intake | {'resourceType': 'Parameters', 'parameter': []} | 422",
                "intake | {'resourceType': 'Parameters', 'parameter': [{'name': 'subject'}]} | 422",
                "intake | {'resourceType': 'Parameters', 'parameter': [{'name': 'subject', 'valueReference': {}}]} | 422",
                "intake | {'resourceType': 'Parameters', 'parameter': [{'name': 'subject',"
                        + " 'valueReference': {'reference': 'Patient/1'}}]} | 200"
            })
    void aCallThatIsNoneIsAnOperationOutcome(String id, String body, int status) throws Exception {
        var answered = new Running(port)
                .post("/fhir/Questionnaire/" + id + "/$populate", Fhir.MEDIA_TYPE, body.replace('\'', '"'));

        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(status);
        assertThat(answered.body()).contains(status == 200 ? "QuestionnaireResponse" : "OperationOutcome");
    }

    @Test
    void theCapabilitiesNameIt() {
        var statement = client.capabilities().ofType(CapabilityStatement.class).execute();

        assertThat(statement.getRestFirstRep().getResourceFirstRep().getOperation())
                .extracting(each -> each.getName() + " " + each.getDefinition())
                .contains("populate http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-populate");
    }

    private static Parameters asked(String... contents) {
        var call = new Parameters();
        call.addParameter().setName("subject").setValue(new Reference("Patient/1"));
        for (String content : contents) {
            var context = call.addParameter().setName("context");
            context.addPart().setName("name").setValue(new StringType("answers"));
            context.addPart().setName("content").setResource((Resource)
                    R4.newJsonParser().parseResource(content.replace('\'', '"')));
        }
        return call;
    }

    private Parameters populate(Parameters call) {
        return client.operation()
                .onInstance(new IdType("Questionnaire", "intake"))
                .named("$populate")
                .withParameters(call)
                .execute();
    }

    private static QuestionnaireResponse response(Parameters populated) {
        return (QuestionnaireResponse) populated.getParameter("response").getResource();
    }

    private static OperationOutcome issues(Parameters populated) {
        return (OperationOutcome) populated.getParameter("issues").getResource();
    }

    private static List<String> places(Parameters populated) {
        return issues(populated).getIssue().stream()
                .map(issue -> issue.getExpression().get(0).getValue())
                .toList();
    }

    private static Answers read(QuestionnaireResponse response) {
        byte[] json = json(response).getBytes(StandardCharsets.UTF_8);
        return ResponseReader.read(QUESTIONNAIRE, StrictJson.read(json), Spoken.EN)
                .answers();
    }

    private static String json(IBaseResource resource) {
        return R4.newJsonParser().encodeResourceToString(resource);
    }
}
