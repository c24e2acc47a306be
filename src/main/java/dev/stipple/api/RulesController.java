package dev.stipple.api;

import dev.stipple.answers.AssessmentRequest;
import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.scenario.FiringScenarios;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.explain.RuleCard;
import dev.stipple.explain.WhyNotCard;
import dev.stipple.live.LiveRules;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which rules there are and what each says. */
@RestController
class RulesController {
    /** Which scenarios fire the rules of one rulebook. */
    private record Fired(Rulebook rulebook, FiringScenarios scenarios) {}

    private final LiveRules rules;
    private final AtomicReference<@Nullable Fired> fired = new AtomicReference<>();

    RulesController(LiveRules rules) {
        this.rules = rules;
    }

    @Operation(operationId = "listRules", summary = "List every rule")
    @GetMapping("/api/v1/rules")
    List<RuleView> rules() {
        return rules.assessor().rulebook().rules().stream().map(RuleView::of).toList();
    }

    /** The rule as a card for reading, the same that the command line prints. */
    @Operation(operationId = "readRule", summary = "Read one rule")
    @GetMapping("/api/v1/rules/{id}")
    public RuleCard rule(@PathVariable String id, @RequestParam(required = false) @Nullable String language) {
        Rulebook rulebook = rules.assessor().rulebook();
        var rule = rulebook.rule(id).orElseThrow(UnknownRule::new);
        return RuleCard.of(
                rulebook.contents(),
                fired(rulebook),
                rule,
                UnknownLanguage.unless(rulebook.questionnaire().languages(), language));
    }

    /** Why a rule fires or does not fire on the answers that are posted. */
    @Operation(operationId = "whyRuleDoesNotFire", summary = "Tell why a rule did not fire on answers")
    @PostMapping(path = "/api/v1/rules/{id}/why-not", consumes = MediaType.APPLICATION_JSON_VALUE)
    WhyNotCard whyNot(@PathVariable String id, @RequestBody byte[] body, Locale accepted) {
        Assessor assessor = rules.assessor();
        var rule = assessor.rulebook().rule(id).orElseThrow(UnknownRule::new);
        var request = AssessmentRequest.read(assessor.rulebook().questionnaire(), StrictJson.read(body));
        return WhyNotCard.of(assessor.assess(request.answers()), rule, request.answeredIn(accepted));
    }

    private FiringScenarios fired(Rulebook rulebook) {
        Fired known = fired.get();
        if (known == null || known.rulebook() != rulebook) {
            Contents contents = rulebook.contents();
            known = new Fired(rulebook, FiringScenarios.of(contents, Scenarios.read(contents)));
            fired.set(known);
        }
        return known.scenarios();
    }
}
