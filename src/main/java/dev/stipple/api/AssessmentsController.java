package dev.stipple.api;

import dev.stipple.answers.AssessmentRequest;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Explanation;
import dev.stipple.live.LiveRules;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Assesses the answers that are posted. */
@RestController
class AssessmentsController {
    private final LiveRules rules;

    AssessmentsController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(summary = "Assess answers, as many as are known")
    @PostMapping(path = "/api/assessments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Explanation assess(@RequestBody byte[] body) {
        Assessor assessor = rules.assessor();
        var request = AssessmentRequest.read(assessor.rulebook().questionnaire(), StrictJson.read(body));
        return Explanation.of(assessor.assess(request.answers()), request.answeredIn());
    }
}
