package dev.stipple.api.fhir;

import dev.stipple.answers.SentJson;
import dev.stipple.api.EntityTag;
import dev.stipple.assessment.Assessor;
import dev.stipple.live.LiveRules;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Speaks FHIR R4: gives the Questionnaire, and answers QuestionnaireResponses. */
@RestController
class FhirController {
    private final LiveRules rules;

    FhirController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(operationId = "readFhirQuestionnaire", summary = "Read the questionnaire as a FHIR R4 Questionnaire")
    @GetMapping(
            path = "/fhir/Questionnaire/{id}",
            produces = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<ObjectNode> questionnaire(@PathVariable String id) {
        if (!id.equals(Fhir.QUESTIONNAIRE_ID)) {
            throw new UnknownQuestionnaire();
        }
        Rulebook rulebook = rules.assessor().rulebook();
        return ResponseEntity.ok().eTag(EntityTag.of(rulebook, "fhir")).body(QuestionnaireResource.of(rulebook));
    }

    @Operation(operationId = "assessResponse", summary = "Assess a FHIR R4 QuestionnaireResponse")
    @PostMapping(
            path = "/fhir/QuestionnaireResponse",
            consumes = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE},
            produces = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ObjectNode assess(@RequestBody byte[] body, Locale accepted) {
        Assessor assessor = rules.assessor();
        Language language = assessor.rulebook().questionnaire().languages().suiting(accepted);
        ReadResponse response =
                ResponseReader.read(assessor.rulebook().questionnaire(), StrictJson.read(body), language);
        return Guidance.of(response, assessor.assess(response.answers()), LocalDate.now(ZoneId.systemDefault()));
    }

    @Operation(
            operationId = "nextQuestion",
            summary = "Learn what to ask next, as a form does that learns its questions as it goes along (SDC)",
            description =
                    "The response that was sent, with a questionnaire in it of what is answered and of the next page."
                            + " It is completed once nothing is left to ask.")
    @PostMapping(
            path = "/fhir/Questionnaire/{id}/$next-question",
            consumes = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE},
            produces = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ObjectNode next(@PathVariable String id, @RequestBody byte[] body, Locale accepted) {
        if (!id.equals(Fhir.QUESTIONNAIRE_ID)) {
            throw new UnknownQuestionnaire();
        }
        Assessor assessor = rules.assessor();
        Rulebook rulebook = assessor.rulebook();
        Language language = rulebook.questionnaire().languages().suiting(accepted);
        StrictJson document = StrictJson.read(body);
        SentJson sent = SentJson.of(document);
        var faults = NextQuestion.Call.isParameters(document.tree())
                ? new ResponseFaults(NextQuestion.Call.PARAMETERS)
                : new ResponseFaults();
        Optional<NextQuestion.Call> call = NextQuestion.Call.of(sent, document.tree(), faults);
        Optional<ReadResponse> read =
                call.map(each -> ResponseReader.read(rulebook.questionnaire(), each.response(), language, faults));
        faults.end(sent);
        ReadResponse response = read.orElseThrow();
        boolean certain = assessor.ahead(response.answers()).possible().size() == 1;
        return NextQuestion.of(call.orElseThrow().tree(), rulebook, response, certain);
    }

    /** The same where SDC has it, of the one questionnaire that there is. */
    @Operation(operationId = "nextQuestionOfAll", summary = "Learn what to ask next, as SDC addresses it")
    @PostMapping(
            path = "/fhir/Questionnaire/$next-question",
            consumes = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE},
            produces = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ObjectNode next(@RequestBody byte[] body, Locale accepted) {
        return next(Fhir.QUESTIONNAIRE_ID, body, accepted);
    }
}
