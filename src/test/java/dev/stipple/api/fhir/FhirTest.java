package dev.stipple.api.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Service;
import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.api.RandomAnswers;
import dev.stipple.api.Running;
import dev.stipple.api.Stories;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The FHIR door as a form engine or a clinic's server meets it; HAPI's validator is the oracle. */
@Tag("whole")
@SpringBootTest(classes = Service.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FhirTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Questionnaire QUESTIONNAIRE = Shipped.rulebook().questionnaire();

    @LocalServerPort
    private int port;

    @Test
    void theQuestionnaireIsValid() throws Exception {
        assertEquals(List.of(), FhirValidator.errors(questionnaire()));
    }

    @Test
    void everyPictureIsFoundWhereTheQuestionnaireSaysThatItIs() throws Exception {
        List<String> links = JSON.readTree(questionnaire()).findValues("valueAttachment").stream()
                .map(picture -> picture.path("url").stringValue())
                .toList();

        for (String name : List.of("areas.svg", "norwood.svg", "norwood-III_VERTEX.svg", "scar-feel.svg")) {
            assertTrue(links.contains(new Running(port).address("/pictures/" + name)), name);
        }
        for (String link : links) {
            var request = HttpRequest.newBuilder(URI.create(link)).build();
            var picture = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            assertEquals(200, picture.statusCode(), link);
            assertEquals(
                    "image/svg+xml",
                    picture.headers().firstValue("Content-Type").orElse(""));
        }
    }

    @Test
    void aQuestionnaireThatIsNotOneIsRefusedByTheOracle() throws Exception {
        ObjectNode broken = (ObjectNode) JSON.readTree(questionnaire());
        broken.remove("status");

        assertEquals(1, FhirValidator.errors(broken.toString()).size());
    }

    @Test
    void aResponseThatDoesNotFitIsRefusedByTheOracle() throws Exception {
        ObjectNode response = Responses.of(Answers.none(QUESTIONNAIRE), "in-progress");
        response.putArray("item").addObject().put("linkId", "nobody-knows");

        assertEquals(
                1, FhirValidator.errors(response.toString(), questionnaire()).size());
    }

    @Test
    void whatWeReadAndWhatWeReturnIsValidForAnyone() throws Exception {
        long seed = System.nanoTime();
        System.out.println("FHIR responses: seed " + seed);
        var people = new GeneratedPeople(QUESTIONNAIRE, seed);
        var random = new RandomAnswers(QUESTIONNAIRE, new Random(seed));
        JsonNode whole = JSON.readTree(questionnaire());
        for (int i = 0; i < 6; i++) {
            ObjectNode complete = PagedResponses.of(whole, people.complete(), "completed");
            ObjectNode partial = PagedResponses.of(whole, random.person(i / 6.0), "completed");

            assertEquals(
                    List.of(),
                    FhirValidator.errors(complete.toString(), questionnaire()),
                    "seed " + seed + ": " + complete);
            for (ObjectNode response : List.of(complete, partial)) {
                String guidance = post(response.toString()).body();
                assertEquals(List.of(), FhirValidator.errors(guidance), "seed " + seed + ": " + guidance);
            }
        }
    }

    @Test
    void everyResponseIsReadAsTheAnswersItWasMadeOf() throws Exception {
        long seed = System.nanoTime();
        System.out.println("responses read: seed " + seed);
        JsonNode whole = JSON.readTree(questionnaire());
        var random = new RandomAnswers(QUESTIONNAIRE, new Random(seed));

        for (int i = 0; i < 1000; i++) {
            Answers answers = random.person(i / 1000.0);
            for (ObjectNode sent : List.of(
                    Responses.of(answers, "completed"),
                    PagedResponses.of(whole, answers, "completed"),
                    PagedResponses.flat(answers, "completed"))) {
                Answers read = ResponseReader.read(QUESTIONNAIRE, new StrictJson(sent, List.of()), Spoken.EN)
                        .answers();

                assertEquals(
                        JSON.writeValueAsString(answers.json()), JSON.writeValueAsString(read.json()), "seed " + seed);
            }
        }
    }

    @Test
    void theQuestionnaireHasTheSectionsAndPagesOfTheInterview() throws Exception {
        JsonNode sections = JSON.readTree(questionnaire()).path("item");

        assertEquals(
                Shipped.rulebook().interview().sections().stream()
                        .map(section -> section.title().original())
                        .toList(),
                sections.valueStream()
                        .filter(item -> item.path("linkId").stringValue().startsWith("section-"))
                        .map(item -> item.path("text").stringValue())
                        .toList());
        assertEquals(
                "page-look",
                sections.path(0).path("item").path(0).path("linkId").stringValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'linkId': 'scars-any', 'extension': [REASON]} | scars-any",
                "{'linkId': 'scars-any', 'answer': [{'valueCoding': {'extension': [REASON]}}]} | scars-any",
                "{'linkId': 'skin.fitzpatrick', 'answer': [{'extension': [REASON]}]} | skin.fitzpatrick",
                "{'linkId': 'scalp.symptoms', 'answer': [{'valueCoding': {'extension': [REASON]}}]} | scalp.symptoms",
                "{'linkId': 'candidate.ageYears', 'answer': [{'_valueInteger': {'extension': [REASON]}}]} |"
                        + " candidate.ageYears",
            })
    void anAbsentAnswerWithAReasonIsNotSure(String item, String linkId) {
        String reason = "{'url': 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',"
                + " 'valueCode': 'asked-unknown'}";
        String response = response("completed", item.replace("REASON", reason).replace('\'', '"'));

        ReadResponse read = ResponseReader.read(
                QUESTIONNAIRE, StrictJson.read(response.getBytes(StandardCharsets.UTF_8)), Spoken.EN);

        assertEquals(Set.of("/" + linkId.replace("-any", "").replace('.', '/')), read.unsure());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 16, '_valueInteger': {'extension':"
                        + " [REASON]}}]} | one of the two",
                "{'linkId': 'candidate.ageYears', 'extension': [REASON], 'answer': [{'valueInteger': 16}]} | one of"
                        + " the two",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 16, 'extension': [REASON]}]} | one of"
                        + " the two",
                "{'linkId': 'candidate.ageYears', 'extension': [{'url': 'URL', 'valueCode': 5}]} | data-absent-reason"
                        + " with a valueCode",
                "{'linkId': 'candidate.ageYears', 'extension': [{'url': 'URL'}]} | data-absent-reason with a valueCode",
            })
    void aValueAndTheReasonWhyThereIsNoneAreRefused(String item, String told) {
        String reason = "{'url': 'URL', 'valueCode': 'unknown'}";
        String response = response(
                "completed",
                item.replace("REASON", reason)
                        .replace("URL", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                        .replace('\'', '"'));

        var refused = assertThrows(
                InvalidResponse.class,
                () -> ResponseReader.read(
                        QUESTIONNAIRE, StrictJson.read(response.getBytes(StandardCharsets.UTF_8)), Spoken.EN));

        assertEquals(
                List.of(told),
                refused.faults().stream().map(AnswerFault::expected).toList());
    }

    @Test
    void aResponseToAnotherVersionIsReadAndToldSo() throws Exception {
        ObjectNode response = Responses.of(Answers.none(QUESTIONNAIRE), "in-progress");
        String now = JSON.readTree(questionnaire()).path("version").stringValue();

        JsonNode same = JSON.readTree(post(response.put("questionnaire", Fhir.QUESTIONNAIRE + "|" + now)
                        .toString())
                .body());
        String other = post(response.put("questionnaire", Fhir.QUESTIONNAIRE + "|older")
                        .toString())
                .body();

        assertTrue(same.path("evaluationMessage").isMissingNode());
        JsonNode issue =
                JSON.readTree(other).path("contained").path(1).path("issue").path(0);
        assertEquals("warning", issue.path("severity").stringValue());
        assertTrue(issue.toString().contains("another version of the questionnaire than the one in use, " + now));
        assertEquals(List.of(), FhirValidator.errors(other));
    }

    @Test
    void guidanceBeginsWithTheShortAnswer() throws Exception {
        JsonNode summary = JSON.readTree(Files.readString(Path.of("examples/man-recent-transplant.assessment.json")))
                .path("summary");
        Answers answers = Stories.answers(QUESTIONNAIRE, "man-recent-transplant");

        JsonNode guidance = JSON.readTree(
                post(Responses.of(answers, "completed").toString()).body());

        assertEquals(summary.path("decides").size() + 1, guidance.path("note").size());
        JsonNode plan = guidance.path("contained").path(0);
        assertTrue(plan.path("period").path("end").stringValue().compareTo("2026") > 0);
        assertEquals(summary.path("todo").size() + 1, plan.path("note").size());
    }

    @Test
    void theExampleIsAnsweredWithTheVerdictAndTheReasonsOfTheApi() throws Exception {
        JsonNode expected = JSON.readTree(Files.readString(Path.of("examples/man-recent-transplant.assessment.json")));
        Answers answers = AnswersReader.read(
                QUESTIONNAIRE,
                JSON.readTree(Files.readString(Path.of("examples/man-recent-transplant.answers.json"))),
                List.of());

        JsonNode guidance = JSON.readTree(
                post(Responses.of(answers, "completed").toString()).body());

        JsonNode plan = guidance.path("contained").path(0);
        assertEquals(
                expected.path("verdict"),
                plan.path("category").path(0).path("coding").path(0).path("code"));
        assertEquals(
                expected.path("findings").findValuesAsString("rule"),
                guidance.path("reasonCode")
                        .valueStream()
                        .map(reason ->
                                reason.path("coding").path(0).path("code").stringValue())
                        .toList());
        assertEquals("Patient/1", guidance.path("subject").path("reference").stringValue());
        assertEquals("success", guidance.path("status").stringValue());
        assertTrue(
                guidance.path("reasonCode").path(0).path("text").stringValue().contains("(4 months)"));
    }

    @Test
    void completedIsNotBelieved() throws Exception {
        ObjectNode response = Responses.of(Answers.none(QUESTIONNAIRE), "completed");

        JsonNode guidance = JSON.readTree(post(response.toString()).body());

        assertEquals("data-required", guidance.path("status").stringValue());
        JsonNode missing = guidance.path("contained").path(1).path("issue");
        assertTrue(missing.findValuesAsString("code").stream().allMatch("required"::equals));
        assertTrue(missing.toString().contains("linkId = 'scars-any'"));
        assertTrue(guidance.path("dataRequirement").size() > 10);
    }

    @Test
    void anAnswerOfNotSureIsNotMissing() throws Exception {
        String unsure = item("scars-any", "scars-any", "NOT_SURE");

        String guidance = post(response("completed", unsure)).body();

        assertTrue(guidance.contains("linkId = 'transplants-any'"));
        assertTrue(!guidance.contains("linkId = 'scars-any'"));
    }

    @Test
    void notSureBesideOptionsIsNotMissingEither() throws Exception {
        String symptoms = "{'linkId': 'scalp.symptoms', 'answer': [{'valueCoding': {'code': 'ITCH'}}, "
                + "{'valueCoding': {'code': 'NOT_SURE'}}]}";

        String guidance =
                post(response("completed", symptoms.replace('\'', '"'))).body();

        assertTrue(guidance.contains("linkId = 'scalp.conditions'"), guidance);
        assertTrue(!guidance.contains("linkId = 'scalp.symptoms'"));
    }

    @Test
    void anUnknownProfileAndAnythingElseWeDoNotKnowIsTolerated() throws Exception {
        ObjectNode response = Responses.of(Answers.none(QUESTIONNAIRE), "in-progress");
        response.putObject("meta").putArray("profile").add("http://example.org/nobody/knows");
        response.put("questionnaire", "http://example.org/fhir/Questionnaire/intake|7");
        response.put("authored", "2026-01-01");

        assertEquals(200, post(response.toString()).statusCode());
    }

    @Test
    void aFormLearnsItsQuestionsPageByPageAndWhyTheyAreAsked() throws Exception {
        Answers person = new GeneratedPeople(QUESTIONNAIRE, 5).complete();
        ObjectNode whole = Responses.of(person, "in-progress");
        JsonNode next = JSON.readTree(
                next(Responses.of(Answers.none(QUESTIONNAIRE), "in-progress").toString()));

        assertEquals(List.of("goal.looks", "goal.areas"), asked(next));
        assertEquals("in-progress", next.path("status").stringValue());
        assertTrue(next.toString().contains("\"urn:stipple:why\",\"valueString\":\"It can mean: "), next.toString());
        assertEquals(List.of(), FhirValidator.errors(next.toString()));
        JsonNode last = JSON.readTree(next(whole.toString()));
        assertEquals("completed", last.path("status").stringValue());
        assertEquals(last, JSON.readTree(next(last.toString())));
        assertEquals(whole.path("item"), last.path("item"));
        assertEquals(404, status("/fhir/Questionnaire/other/$next-question", whole.toString()));
        assertEquals(422, status("/fhir/Questionnaire/intake/$next-question", "{}"));
    }

    /** Link ids of the questions inside. */
    private static List<String> asked(JsonNode response) {
        return response.path("contained").path(0).findParents("linkId").stream()
                .filter(item -> !item.path("type").stringValue().matches("group|display"))
                .map(item -> item.path("linkId").stringValue())
                .distinct()
                .toList();
    }

    @Test
    void theNextQuestionIsAskedForAsSdcHasItToo() throws Exception {
        String response = "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"in-progress\"}";
        String parameter = "{\"name\": \"questionnaire-response\", \"resource\": " + response + "}";
        String call = "{\"resourceType\": \"Parameters\", \"parameter\": [%s]}";

        for (String path :
                new String[] {"/fhir/Questionnaire/$next-question", "/fhir/Questionnaire/intake/$next-question"}) {
            for (String body : new String[] {response, call.formatted(parameter)}) {
                assertEquals(
                        next(response),
                        new Running(port).post(path, Fhir.MEDIA_TYPE, body).body());
            }
            for (String wrong : new String[] {
                "",
                parameter + ", " + parameter,
                "{\"name\": \"other\"}, " + parameter,
                parameter.replace("in-progress", "lost")
            }) {
                assertEquals(422, status(path, call.formatted(wrong)), wrong);
            }
        }
    }

    private String next(String response) throws Exception {
        return new Running(port)
                .post("/fhir/Questionnaire/intake/$next-question", Fhir.MEDIA_TYPE, response)
                .body();
    }

    private int status(String path, String body) throws Exception {
        return new Running(port).post(path, Fhir.MEDIA_TYPE, body).statusCode();
    }

    @Test
    void frenchIsAnsweredInFrench() throws Exception {
        ObjectNode response =
                Responses.of(Answers.none(QUESTIONNAIRE), "in-progress").put("language", "fr");

        JsonNode guidance = JSON.readTree(post(response.toString()).body());

        assertEquals(
                "Pas encore décidé",
                guidance.path("contained").path(0).path("title").stringValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'linkId': 'candidate.ageYear'} | item[0].linkId",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueString': 'old'}]} | item[0].answer[0]",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 4}, {'valueInteger': 5}]} |"
                        + " item[0].answer[1]",
                "{'linkId': 'candidate.ageYears', 'answer': [{'valueInteger': 400}]} | item[0]",
                "{'linkId': 'candidate.sexAtBirth', 'answer': [{'valueCoding': {'code': 'X'}}]} | item[0]",
                "{'linkId': 'candidate.sexAtBirth', 'answer': [{'valueCoding': {'system': 'x', 'code': 'MALE'}}]} |"
                        + " item[0].answer[0]",
                "{'linkId': 'goal.looks', 'answer': [{'valueCoding': {'code': 'BEARD'}}, {'valueCoding': {'code':"
                        + " 'X'}}]} | item[0].answer[1]",
                "{'linkId': 'scars.kind', 'answer': [{'valueCoding': {'code': 'FUT'}}]} | item[0]",
                "{'linkId': 'scars-any', 'answer': [{'valueBoolean': true}]} | item[0]",
                "{'linkId': 'scars-any', 'answer': [{'valueCoding': {'code': 'false'}}]}, {'linkId': 'scars-entry'} |"
                        + " item[0]",
                "{'linkId': 'transplants-entry', 'item': [{'linkId': 'transplants.monthsAgo', 'answer':"
                        + " [{'valueInteger': -1}]}]} | item[0].item[0]",
                "{'linkId': 'goal.looks', 'answer': [{'valueCoding': {'code': 'BEARD'}}]}, {'linkId': 'goal.looks'} |"
                        + " item[1]"
            })
    void everyFaultIsAtItsPlace(String items, String place) throws Exception {
        var response = post(response("in-progress", items.replace('\'', '"')));

        assertEquals(422, response.statusCode());
        assertEquals(List.of(), FhirValidator.errors(response.body()));
        assertEquals(
                "[\"QuestionnaireResponse." + place + "\"]",
                JSON.readTree(response.body())
                        .path("issue")
                        .path(0)
                        .path("expression")
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'resourceType': 'Patient'} | 422",
                "{'resourceType': 'QuestionnaireResponse'} | 422",
                "{'resourceType': 'QuestionnaireResponse', 'status': 'entered-in-error'} | 422",
                "{'resourceType': 'QuestionnaireResponse', 'status': 'completed', 'status': 'amended'} | 422",
                "{'resourceType': 'QuestionnaireResponse', 'status': 'completed', 'questionnaire': 'urn:another'} |"
                        + " 422",
                "[] | 422",
                "{ | 400"
            })
    void whatCannotBeReadIsAnOperationOutcome(String body, int status) throws Exception {
        var response = post(body.replace('\'', '"'));

        assertEquals(status, response.statusCode());
        assertEquals(
                "application/fhir+json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(List.of(), FhirValidator.errors(response.body()));
    }

    @Test
    void thereIsNoOtherQuestionnaire() throws Exception {
        var response = new Running(port).get("/fhir/Questionnaire/other", Fhir.MEDIA_TYPE);

        assertEquals(404, response.statusCode());
        assertEquals(List.of(), FhirValidator.errors(response.body()));
    }

    private static String item(String linkId, String codes, String code) {
        return "{\"linkId\": \"" + linkId + "\", \"answer\": [{\"valueCoding\": {\"system\": \"" + Fhir.codes(codes)
                + "\", \"code\": \"" + code + "\"}}]}";
    }

    private static String response(String status, String items) {
        return "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"" + status + "\", \"item\": [" + items
                + "]}";
    }

    private String questionnaire() throws Exception {
        return new Running(port)
                .get("/fhir/Questionnaire/intake", Fhir.MEDIA_TYPE)
                .body();
    }

    private HttpResponse<String> post(String body) throws Exception {
        return new Running(port).post("/fhir/QuestionnaireResponse", Fhir.MEDIA_TYPE, body);
    }
}
