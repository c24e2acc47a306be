package dev.stipple.api;

import dev.stipple.assessment.Assessor;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells which rules there are and what each says. */
@RestController
class RulesController {
    private final Assessor assessor;

    RulesController(Assessor assessor) {
        this.assessor = assessor;
    }

    @GetMapping("/api/rules")
    List<RuleView> rules() {
        return assessor.rulebook().rules().stream().map(RuleView::of).toList();
    }

    @GetMapping("/api/rules/{id}")
    RuleView rule(@PathVariable String id) {
        return assessor.rulebook().rule(id).map(RuleView::of).orElseThrow(UnknownRule::new);
    }
}
