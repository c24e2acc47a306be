package dev.stipple.web.intake;

import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Submission;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.web.intake.form.Visits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Hands a form to the consultant, if the person wishes so; the draft is then deleted. */
@Controller
@RequestMapping("/intake")
class HandoverPages {
    /** Version of what a person agrees to: {@code handover.consent} in the messages. Count it up with every change there. */
    private static final String CONSENT = "1";

    private static final String ACTOR = "intake";

    private final Screenings screenings;
    private final Visits visits;

    HandoverPages(Screenings screenings, Visits visits) {
        this.screenings = screenings;
        this.visits = visits;
    }

    @GetMapping("/{token}/handover")
    ModelAndView ask(Visit visit) {
        return page(visit, Handover.BLANK, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/{token}/handover")
    ModelAndView take(
            Visit visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean consent) {
        var handover = new Handover(name, email, phone, consent);
        Map<String, String> faults = handover.faults();
        if (!faults.isEmpty()) {
            return page(visit, handover, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var submission = new Submission(visit.answers(), visit.language(), handover.contact(), CONSENT);
        var retry =
                Retry.of(ACTOR, visit.draft().token(), visit.draft().answers().getBytes(StandardCharsets.UTF_8));
        var screening = screenings.keep(submission, visit.assessor(), ACTOR, retry);
        visits.delete(visit);
        return new ModelAndView("redirect:/intake/sent?reference=" + screening.reference() + "&language="
                + visit.language().tag());
    }

    @GetMapping("/sent")
    String sent(@RequestParam String reference, Model model) {
        model.addAttribute(
                "reference", Reference.of(reference).map(Object::toString).orElse(""));
        return "intake/sent";
    }

    private static ModelAndView page(Visit visit, Handover handover, Map<String, String> faults, HttpStatus status) {
        return new ModelAndView(
                "intake/handover",
                Map.of(
                        "handover",
                        handover,
                        "faults",
                        faults,
                        "address",
                        visit.address("handover"),
                        "back",
                        visit.address("result")),
                status);
    }
}
