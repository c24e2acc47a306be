package dev.stipple.api;

import dev.stipple.live.LiveRules;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what can be asked. */
@RestController
class QuestionnaireController {
    private final LiveRules rules;

    QuestionnaireController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(operationId = "readQuestionnaire", summary = "Read every question, or the JSON Schema of the answers")
    @GetMapping(path = "/api/v1/questionnaire", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<QuestionnaireView> questionnaire() {
        var rulebook = rules.assessor().rulebook();
        return ResponseEntity.ok()
                .eTag(EntityTag.of(rulebook, "questions"))
                .varyBy(HttpHeaders.ACCEPT)
                .body(QuestionnaireView.of(rulebook.questionnaire(), rulebook.digest()));
    }
}
