package dev.stipple.api.surveyjs;

import dev.stipple.api.EntityTag;
import dev.stipple.api.PictureLinks;
import dev.stipple.api.UnknownDetail;
import dev.stipple.api.UnknownLanguage;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.summary.Detail;
import dev.stipple.assessment.summary.Explained;
import dev.stipple.live.LiveRules;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Gives the form, and assesses what it sends. */
@RestController
class SurveyController {
    private final LiveRules rules;

    SurveyController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(operationId = "readSurvey", summary = "Read the questionnaire as a SurveyJS form")
    @GetMapping(path = "/surveyjs/survey", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> survey() {
        Rulebook rulebook = rules.assessor().rulebook();
        return ResponseEntity.ok()
                .eTag(EntityTag.of(rulebook, "survey"))
                .body(Survey.of(rulebook.questionnaire(), rulebook.interview(), PictureLinks.of(rulebook)));
    }

    @Operation(
            operationId = "assessSurvey",
            summary = "Assess the data of a SurveyJS form",
            description = "The short answer, or with detail=full everything behind it too.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Explained.class)))
    @PostMapping(path = "/surveyjs/assessments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Explained assess(
            @RequestBody byte[] body,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "summary") @Schema(allowableValues = {"summary", "full"}) String detail,
            Locale accepted) {
        Detail told = Detail.of(detail).orElseThrow(UnknownDetail::new);
        Assessor assessor = rules.assessor();
        Questionnaire questionnaire = assessor.rulebook().questionnaire();
        Language words = language == null
                ? questionnaire.languages().suiting(accepted)
                : UnknownLanguage.unless(questionnaire.languages(), language);
        var answers = SurveyData.read(questionnaire, StrictJson.read(body));
        return told.of(assessor.assess(answers), words, LocalDate.now(ZoneId.systemDefault()));
    }
}
