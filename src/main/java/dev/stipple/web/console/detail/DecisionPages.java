package dev.stipple.web.console.detail;

import dev.stipple.live.LiveRules;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.screening.kept.Decision.Kind;
import dev.stipple.screening.kept.Decision.Reason;
import dev.stipple.web.console.Desk;
import dev.stipple.web.console.Opened;
import dev.stipple.wording.Language;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes what consultants decide; nothing that somebody else did meanwhile is overwritten. */
@Controller
@RequestMapping(Desk.PATH + "/{reference}")
class DecisionPages {
    private final Desk desk;
    private final Details details;
    private final Screenings screenings;
    private final LiveRules rules;

    DecisionPages(Desk desk, Details details, Screenings screenings, LiveRules rules) {
        this.desk = desk;
        this.details = details;
        this.screenings = screenings;
        this.rules = rules;
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping({"/decisions", "/reassessments", "/what-if/revisions"})
    String detail(@PathVariable String reference) {
        return "redirect:" + Desk.PATH + "/" + Desk.reference(reference);
    }

    @PostMapping("/decisions")
    ModelAndView decide(
            @PathVariable String reference,
            @RequestParam int version,
            @RequestParam @Nullable Kind kind,
            @RequestParam @Nullable Verdict verdict,
            @RequestParam @Nullable Reason reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean mail,
            Principal person,
            Language language) {
        var form = new DecisionForm(version, kind, verdict, reason, note, mail);
        var opened = desk.open(reference, person.getName(), language);
        String fault = form.fault(opened.assessment().verdict());
        if (fault != null) {
            return new ModelAndView(
                    "console/detail",
                    Map.of("page", details.of(opened, person.getName()), "form", form, "fault", fault),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            screenings.decide(
                    opened.screening().reference(),
                    version,
                    Objects.requireNonNull(kind),
                    form.overruling(),
                    Objects.requireNonNull(reason),
                    form.noteIfAny(),
                    mail,
                    person.getName());
            return new ModelAndView("redirect:" + opened.address() + "?done=DECIDED");
        } catch (ChangedMeanwhile e) {
            return conflict(desk.open(reference, person.getName(), language), person.getName(), form);
        }
    }

    private ModelAndView conflict(Opened opened, String reader, DecisionForm form) {
        return new ModelAndView(
                "console/conflict",
                Map.of(
                        "page",
                        details.of(opened, reader),
                        "form",
                        form.at(opened.screening().version())),
                HttpStatus.CONFLICT);
    }

    /** Keeps the assessment on today's rules. */
    @PostMapping("/reassessments")
    ModelAndView reassess(
            @PathVariable String reference, @RequestParam int version, Principal person, Language language) {
        try {
            var screening = screenings.reassess(
                    Desk.reference(reference), version, rules.assessor().patient(), person.getName());
            return new ModelAndView("redirect:" + Desk.PATH + "/" + screening.reference() + "?done=REASSESSED");
        } catch (ChangedMeanwhile e) {
            var opened = desk.open(reference, person.getName(), language);
            return conflict(
                    opened,
                    person.getName(),
                    DecisionForm.blank(opened.screening().version()));
        }
    }
}
