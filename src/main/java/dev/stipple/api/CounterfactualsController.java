package dev.stipple.api;

import dev.stipple.answers.AssessmentRequest;
import dev.stipple.live.LiveRules;
import dev.stipple.reasoning.change.Counterfactuals;
import dev.stipple.reasoning.change.TimedCounterfactuals;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells what would change the verdict on the answers that are posted. */
@RestController
class CounterfactualsController {
    private final LiveRules rules;
    private final TimedCounterfactuals whatWouldChange;
    private final ReasonerTimeouts timeouts;

    CounterfactualsController(LiveRules rules, TimedCounterfactuals whatWouldChange, ReasonerTimeouts timeouts) {
        this.rules = rules;
        this.whatWouldChange = whatWouldChange;
        this.timeouts = timeouts;
    }

    @Operation(operationId = "findCounterfactuals", summary = "Tell what would change the verdict")
    @PostMapping(path = "/api/v1/counterfactuals", consumes = MediaType.APPLICATION_JSON_VALUE)
    Counterfactuals counterfactuals(@RequestBody byte[] body, Locale accepted) {
        Rulebook rulebook = rules.assessor().rulebook();
        var request = AssessmentRequest.read(rulebook.questionnaire(), StrictJson.read(body));
        Counterfactuals ways = whatWouldChange.of(rulebook, request.answers(), request.answeredIn(accepted));
        timeouts.count("counterfactuals", !ways.complete());
        return ways;
    }
}
