package dev.stipple.api;

import dev.stipple.assessment.Assessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what can be asked. */
@RestController
class QuestionnaireController {
    private final Assessor assessor;

    QuestionnaireController(Assessor assessor) {
        this.assessor = assessor;
    }

    @GetMapping("/api/questionnaire")
    QuestionnaireView questionnaire() {
        return QuestionnaireView.of(
                assessor.rulebook().questionnaire(), assessor.rulebook().digest());
    }
}
