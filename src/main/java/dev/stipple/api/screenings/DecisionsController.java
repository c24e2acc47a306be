package dev.stipple.api.screenings;

import dev.stipple.assessment.Assessor;
import dev.stipple.authoring.scenario.ScenarioText;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.live.LiveRules;
import dev.stipple.mail.Mailing;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Derived;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.ScreeningView;
import dev.stipple.screening.kept.Screening;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what consultants decide, and hands what they overruled to the authors of rules. */
@RestController
class DecisionsController {
    private final Screenings screenings;
    private final LiveRules rules;
    private final Derived<Scenarios> scenarios = new Derived<>(rulebook -> Scenarios.read(rulebook.contents()));

    private final boolean mails;

    DecisionsController(Screenings screenings, LiveRules rules, Optional<Mailing> mailing) {
        this.screenings = screenings;
        this.rules = rules;
        this.mails = mailing.isPresent();
    }

    @Operation(operationId = "decideScreening", summary = "Decide on a screening")
    @PostMapping("/api/v1/screenings/{reference}/decisions")
    ScreeningView decide(@PathVariable String reference, @RequestBody DecisionRequest request, Principal principal) {
        var needed = request.complete();
        if (request.isMailed() && !mails) {
            throw new InvalidRequest("/mail", "this service sends no mails; leave it out, or have it set up");
        }
        return ScreeningView.of(screenings.decide(
                ScreeningsController.reference(reference),
                needed.version(),
                needed.kind(),
                request.verdict(),
                needed.reason(),
                request.note(),
                request.isMailed(),
                principal.getName()));
    }

    /** The person as a scenario that expects what the consultant decided; without contact details. */
    @Operation(operationId = "readScenario", summary = "Read an overruled screening as a scenario for the rules")
    @GetMapping(path = "/api/v1/screenings/{reference}/scenario", produces = "application/yaml")
    String scenario(@PathVariable String reference, Principal principal) {
        Screening screening = screenings.find(ScreeningsController.reference(reference), principal.getName());
        Verdict decided = screening.decided();
        if (decided == null) {
            throw new InvalidRequest("", "nobody has decided on this screening yet");
        }
        Assessor assessor = rules.assessor();
        var answers = screening.current().counted(assessor.rulebook().questionnaire());
        String name = "A consultant decided " + decided + " where the rules say " + screening.verdict() + " ("
                + screening.reference() + ")";
        var lines = new ScenarioText(scenarios.of(assessor.rulebook()))
                .write(name, answers, List.of("verdict: " + decided));
        return String.join("\n", lines) + "\n";
    }
}
