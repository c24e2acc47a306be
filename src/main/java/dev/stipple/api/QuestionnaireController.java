package dev.stipple.api;

import dev.stipple.live.RulebookWatch;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what can be asked. */
@RestController
class QuestionnaireController {
    private final RulebookWatch watch;

    QuestionnaireController(RulebookWatch watch) {
        this.watch = watch;
    }

    @Operation(summary = "Read every question, or the JSON Schema of the answers")
    @GetMapping(path = "/api/questionnaire", produces = MediaType.APPLICATION_JSON_VALUE)
    QuestionnaireView questionnaire() {
        var rulebook = watch.state().assessor().rulebook();
        return QuestionnaireView.of(rulebook.questionnaire(), rulebook.digest());
    }
}
