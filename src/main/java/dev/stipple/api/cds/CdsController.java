package dev.stipple.api.cds;

import dev.stipple.answers.Answers;
import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.InvalidResponse;
import dev.stipple.api.fhir.ReadResponse;
import dev.stipple.api.fhir.ResponseFaults;
import dev.stipple.api.fhir.ResponseReader;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.live.LiveRules;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers a CDS client with cards. */
@RestController
class CdsController {
    private final LiveRules rules;
    private final MeterRegistry meters;

    CdsController(LiveRules rules, MeterRegistry meters) {
        this.rules = rules;
        this.meters = meters;
    }

    @Operation(operationId = "listCdsServices", summary = "List the CDS services")
    @GetMapping(path = "/cds-services", produces = MediaType.APPLICATION_JSON_VALUE)
    Services services() {
        return Services.of(rules.assessor().rulebook().questionnaire());
    }

    @Operation(operationId = "callCdsService", summary = "Call a CDS service, which answers with cards")
    @PostMapping(
            path = "/cds-services/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Cards call(@PathVariable String id, @RequestBody byte[] body, Locale accepted) {
        requireService(id);
        SentJson call = SentJson.of(StrictJson.read(body));
        Assessor assessor = rules.assessor();
        Questionnaire questionnaire = assessor.rulebook().questionnaire();
        Language language = questionnaire.languages().suiting(accepted);
        var faults = new ResponseFaults();
        Optional<ReadResponse> read = HookRequest.response(call, faults)
                .map(response -> ResponseReader.read(questionnaire, response, language, faults));
        faults.end(call);
        var assessment = assessor.assess(read.map(ReadResponse::answers).orElseGet(() -> Answers.none(questionnaire)));
        if (assessment.findings().isEmpty()) {
            return new Cards(List.of());
        }
        String digest = assessor.rulebook().digest();
        return new Cards(List.of(new CardText(
                        Summary.of(assessment, language, LocalDate.now(ZoneId.systemDefault())),
                        Explanation.of(assessment, language),
                        read.filter(response -> response.isOfAnother(digest)).isPresent(),
                        language,
                        questionnaire.title().in(language),
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString())
                .card()));
    }

    /** Counts what became of cards; nothing else of it is kept. */
    @Operation(operationId = "tellCdsFeedback", summary = "Tell what became of cards")
    @PostMapping(path = "/cds-services/{id}/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    void feedback(@PathVariable String id, @RequestBody byte[] body) {
        requireService(id);
        SentJson sent = SentJson.of(StrictJson.read(body));
        var faults = new ResponseFaults();
        var outcomes = Feedback.outcomes(sent, faults);
        faults.end(sent);
        outcomes.forEach(outcome ->
                meters.counter("stipple.cards", "outcome", outcome.word()).increment());
    }

    private static void requireService(String id) {
        if (!id.equals(Services.ID)) {
            throw new UnusableCall(HttpStatus.NOT_FOUND, "There is no such service; GET /cds-services lists all.");
        }
    }

    @ExceptionHandler
    ProblemDetail unusable(UnusableCall problem) {
        var detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
        detail.setTitle("Unusable call");
        return detail;
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidResponse problem) {
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "What was sent cannot be taken as it is; 'errors' names each fault.");
        detail.setTitle("Invalid answers");
        detail.setProperty("errors", problem.faults());
        detail.setProperty("more", problem.more());
        return detail;
    }
}
