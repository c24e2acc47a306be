package dev.stipple.api.fhir.prefill;

import dev.stipple.answers.Answers;
import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.Fhir;
import dev.stipple.api.fhir.Issue;
import dev.stipple.api.fhir.ReadResponse;
import dev.stipple.api.fhir.ResponseFaults;
import dev.stipple.api.fhir.ResponseReader;
import dev.stipple.api.fhir.UnknownQuestionnaire;
import dev.stipple.live.LiveRules;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Begins a QuestionnaireResponse with what is known of a person. */
@RestController
class PopulateController {
    private static final String PARAMETERS = "Parameters";

    private final LiveRules rules;

    PopulateController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(
            operationId = "populateResponse",
            summary = "Begin a response with what the person answered before (SDC)",
            description = "The newest response that stands in a context is carried over, as far as it still fits; what"
                    + " counts on with time stands as of today. What could not be used is told in the issues."
                    + " Nothing is kept.")
    @PostMapping(
            path = "/fhir/Questionnaire/{id}/$populate",
            consumes = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE},
            produces = {Fhir.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ObjectNode populate(@PathVariable String id, @RequestBody byte[] body) {
        if (!id.equals(Fhir.QUESTIONNAIRE_ID)) {
            throw new UnknownQuestionnaire();
        }
        Rulebook rulebook = rules.assessor().rulebook();
        var questionnaire = rulebook.questionnaire();
        SentJson sent = SentJson.of(StrictJson.read(body));
        var left = new ResponseFaults(PARAMETERS);
        var faults = new ResponseFaults(PARAMETERS);
        var call = PopulateCall.read(sent, faults, left);
        Optional<SentJson> newest = call.newest();
        Optional<ReadResponse> response = newest.map(each -> ResponseReader.read(
                questionnaire, each, questionnaire.languages().original(), faults.leavingOut(left)));
        faults.end(sent);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        Answers answers = response.map(
                        read -> new EarlierAnswers(newest.orElseThrow(), left).of(read, rulebook.digest(), today))
                .orElseGet(() -> Answers.none(questionnaire));
        ObjectNode result = Fhir.resource(PARAMETERS);
        ArrayNode parameters = result.putArray("parameter");
        parameters
                .addObject()
                .put("name", "response")
                .set(
                        "resource",
                        PopulatedResponse.of(rulebook, answers, call.subject().reference(), today));
        var issues = left.warnings();
        if (!issues.isEmpty()) {
            parameters.addObject().put("name", "issues").set("resource", Issue.outcome(issues));
        }
        return result;
    }
}
