package dev.stipple.api;

import dev.stipple.answers.AssessmentRequest;
import dev.stipple.answers.CountedOn;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.DistantDay;
import dev.stipple.assessment.GivenLater;
import dev.stipple.assessment.summary.Detail;
import dev.stipple.assessment.summary.Explained;
import dev.stipple.live.LiveRules;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assesses the answers that are posted. */
@RestController
class AssessmentsController {
    private final LiveRules rules;

    AssessmentsController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(
            operationId = "assess",
            summary = "Assess answers, as many as are known",
            description =
                    "The short answer, or with detail=full everything behind it too. Waits count from today, or from asOf."
                            + " Answers about time count on to it from the day on which they were given.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Explained.class)))
    @PostMapping(path = "/api/v1/assessments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Explained assess(
            @RequestBody byte[] body,
            @RequestParam(defaultValue = "summary") @Schema(allowableValues = {"summary", "full"}) String detail,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate given,
            Locale accepted) {
        Detail told = Detail.of(detail).orElseThrow(UnknownDetail::new);
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : DistantDay.checked("asOf", asOf);
        Assessor assessor = rules.assessor();
        var request = AssessmentRequest.read(assessor.rulebook().questionnaire(), StrictJson.read(body));
        var answers = CountedOn.of(request.answers(), GivenLater.checked(given, day), day);
        return told.of(assessor.assess(answers), request.answeredIn(accepted), day);
    }
}
