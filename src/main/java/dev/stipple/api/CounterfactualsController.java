package dev.stipple.api;

import dev.stipple.live.RulebookWatch;
import dev.stipple.reasoning.change.Ways;
import dev.stipple.reasoning.change.WhatWouldChange;
import dev.stipple.rulebook.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells what would change the verdict on the answers that are posted. */
@RestController
class CounterfactualsController {
    private final RulebookWatch watch;
    private final WhatWouldChange whatWouldChange;
    private final ReasonerTimeouts timeouts;

    CounterfactualsController(RulebookWatch watch, WhatWouldChange whatWouldChange, ReasonerTimeouts timeouts) {
        this.watch = watch;
        this.whatWouldChange = whatWouldChange;
        this.timeouts = timeouts;
    }

    @Operation(summary = "Tell what would change the verdict")
    @PostMapping(path = "/api/counterfactuals", consumes = MediaType.APPLICATION_JSON_VALUE)
    Ways counterfactuals(@RequestBody byte[] body) {
        Rulebook rulebook = watch.state().assessor().rulebook();
        var request = AssessmentRequest.read(rulebook.questionnaire(), body);
        Ways ways = whatWouldChange.of(rulebook, request.answers(), request.language());
        timeouts.count("counterfactuals", !ways.complete());
        return ways;
    }
}
