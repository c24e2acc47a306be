package dev.stipple.web.console.detail;

import dev.stipple.authoring.scenario.ScenarioText;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.kept.UnknownScreening;
import dev.stipple.web.console.Desk;
import dev.stipple.web.console.Opened;
import dev.stipple.wording.Language;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands what a consultant decided to the authors of rules, without the person's contact details. */
@Controller
class ScenarioExport {
    private final Desk desk;
    private final LiveRules rules;

    ScenarioExport(Desk desk, LiveRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    @GetMapping(Desk.PATH + "/{reference}/scenario")
    ResponseEntity<String> scenario(@PathVariable String reference, Principal person) {
        Language original =
                rules.assessor().rulebook().questionnaire().languages().original();
        var opened = desk.open(reference, person.getName(), original);
        var decided = opened.screening().decided();
        if (decided == null) {
            throw new UnknownScreening();
        }
        var assessment = Opened.assess(opened.screening(), rules.assessor().patient());
        String name = "A consultant decided " + decided + " where the rules say " + assessment.verdict() + " ("
                + opened.screening().reference() + ")";
        var lines = new ScenarioText(Scenarios.read(assessment.rulebook().contents()))
                .write(name, assessment.answers(), List.of("verdict: " + decided));
        String file = "scenario-" + opened.screening().reference() + ".yaml";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(String.join("\n", lines) + "\n");
    }
}
