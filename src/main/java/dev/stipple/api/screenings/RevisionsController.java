package dev.stipple.api.screenings;

import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.SentJson;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Comparison;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.exchange.ScreeningView;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assesses kept answers again: on today's rules, on those of their day, or with other answers. */
@RestController
class RevisionsController {
    /** Whether a revision comes out as it was kept, on the rules of its day. */
    record Replay(int revision, String rulebook, boolean same) {}

    private final Screenings screenings;
    private final LiveRules rules;

    RevisionsController(Screenings screenings, LiveRules rules) {
        this.screenings = screenings;
        this.rules = rules;
    }

    /** What the answers come to on today's rules, and how that differs. Nothing is kept. */
    @Operation(operationId = "compareScreening", summary = "Compare a screening with the rules in use")
    @GetMapping("/api/v1/screenings/{reference}/comparison")
    Comparison compare(@PathVariable String reference, Principal principal) {
        return screenings.compare(ScreeningsController.reference(reference), rules.assessor(), principal.getName());
    }

    /** Keeps the assessment on today's rules. */
    @Operation(operationId = "reassessScreening", summary = "Assess a screening again on the rules in use")
    @PostMapping("/api/v1/screenings/{reference}/reassessments")
    ScreeningView reassess(@PathVariable String reference, @RequestParam int version, Principal principal) {
        return ScreeningView.of(screenings.reassess(
                ScreeningsController.reference(reference), version, rules.assessor(), principal.getName()));
    }

    /** Keeps other answers of the same person. */
    @Operation(operationId = "reviseScreening", summary = "Change the answers of a screening")
    @PostMapping(path = "/api/v1/screenings/{reference}/revisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ScreeningView revise(
            @PathVariable String reference, @RequestParam int version, @RequestBody byte[] body, Principal principal) {
        var assessor = rules.assessor();
        var faults = new AnswerFaults();
        SentJson sent = SentJson.of(StrictJson.read(body));
        var answers = AnswersReader.readMember(assessor.rulebook().questionnaire(), sent, faults);
        faults.end(sent);
        return ScreeningView.of(screenings.revise(
                ScreeningsController.reference(reference), version, answers, assessor, principal.getName()));
    }

    @Operation(operationId = "replayScreening", summary = "Replay a screening on the rules of its day")
    @GetMapping("/api/v1/screenings/{reference}/replays")
    List<Replay> replay(@PathVariable String reference, Principal principal) {
        var screening = screenings.find(ScreeningsController.reference(reference), principal.getName());
        var today = rules.assessor();
        return screening.revisions().stream()
                .map(revision -> new Replay(
                        revision.number(),
                        revision.rulebook(),
                        screenings.replays(revision, screening.language(), today)))
                .toList();
    }
}
