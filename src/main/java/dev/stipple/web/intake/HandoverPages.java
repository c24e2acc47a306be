package dev.stipple.web.intake;

import dev.stipple.mail.Mailing;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Submission;
import dev.stipple.web.intake.form.FormBodies;
import dev.stipple.web.intake.form.UnknownDraft;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.web.intake.form.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Hands a form to the consultant, if the person wishes so. The draft is then deleted, and its link opens what was sent. */
@Controller
@RequestMapping("/intake")
class HandoverPages {
    /** Version of what a person agrees to: {@code handover.consent} in the messages. Count it up with every change there. */
    private static final String CONSENT = "2";

    private static final Set<String> FIELDS = Set.of("name", "email", "phone", "consent", "mails");
    private final OwnScreenings own;
    private final Visits visits;
    private final boolean mails;

    HandoverPages(OwnScreenings own, Visits visits, Optional<Mailing> mailing) {
        this.own = own;
        this.visits = visits;
        this.mails = mailing.isPresent();
    }

    @GetMapping("/{token}/handover")
    ModelAndView ask(Visit visit) {
        return visit.isReopened() ? again(visit) : page(visit, Handover.BLANK, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/{token}/handover")
    ModelAndView take(
            Visit visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestParam(name = "mails", defaultValue = "false") boolean agreed,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!isRead(posted)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (visit.isReopened()) {
            return sendAgain(visit);
        }
        var handover = new Handover(name, email, phone, consent, mails && agreed);
        Map<String, String> faults = handover.faults();
        if (!faults.isEmpty()) {
            return page(visit, handover, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Visit sent = visit;
        while (!own.keep(submission(sent, handover), sent.assessor(), taking(sent))) {
            sent = visits.again(sent);
            if (sent.isReopened()) {
                throw new UnknownDraft(sent.draft().token());
            }
        }
        response.addHeader(HttpHeaders.SET_COOKIE, Begun.forgotten(request.isSecure()));
        return new ModelAndView("redirect:" + Redirects.sent(sent.draft().token()) + "/link");
    }

    private static Submission submission(Visit visit, Handover handover) {
        return new Submission(visit.answers(), visit.language(), handover.contact(), CONSENT)
                .withLink(new Link(visit.draft().token()))
                .withMails(handover.mails());
    }

    /** Takes the form in one step with keeping it, so that whoever deletes it meanwhile has it deleted or is told of it. */
    private BooleanSupplier taking(Visit visit) {
        return () -> visits.take(visit);
    }

    /** Whether each field is one of the page, and stands there once. */
    private static boolean isRead(MultiValueMap<String, String> posted) {
        return posted.entrySet().stream()
                .allMatch(field -> field.getValue().size() == 1
                        && (FIELDS.contains(field.getKey()) || FormBodies.OF_ADDRESSES.contains(field.getKey())));
    }

    private ModelAndView sendAgain(Visit visit) {
        var link = new Link(visit.draft().token());
        Visit sent = visit;
        while (!own.revise(link, sent.answers(), sent.assessor(), taking(sent))) {
            sent = visits.again(sent);
        }
        return new ModelAndView("redirect:" + Redirects.sent(link.token()));
    }

    private static ModelAndView again(Visit visit) {
        return new ModelAndView(
                "intake/again",
                Map.of(
                        "address",
                        visit.address("handover"),
                        "check",
                        visit.address(Steps.CHECK),
                        "back",
                        visit.address("result")));
    }

    private ModelAndView page(Visit visit, Handover handover, Map<String, String> faults, HttpStatus status) {
        return new ModelAndView(
                "intake/handover",
                Map.of(
                        "handover",
                        handover,
                        "faults",
                        faults,
                        "mails",
                        mails,
                        "address",
                        visit.address("handover"),
                        "back",
                        visit.address("result")),
                status);
    }
}
