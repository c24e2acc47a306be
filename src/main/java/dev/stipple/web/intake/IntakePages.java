package dev.stipple.web.intake;

import dev.stipple.intake.Draft;
import dev.stipple.intake.Drafts;
import dev.stipple.live.LiveRules;
import dev.stipple.web.ChosenLanguage;
import dev.stipple.web.intake.form.UnknownDraft;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.web.intake.form.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The intake around its questions: start, resume, check, leave. */
@Controller
@RequestMapping("/intake")
class IntakePages {
    private final LiveRules rules;
    private final Visits visits;
    private final Drafts drafts;

    IntakePages(LiveRules rules, Visits visits, Drafts drafts) {
        this.rules = rules;
        this.visits = visits;
        this.drafts = drafts;
    }

    @GetMapping
    String start(HttpServletRequest request, Model model) {
        var questionnaire = rules.assessor().rulebook().questionnaire();
        model.addAttribute("introduction", questionnaire.introduction().in(ChosenLanguage.of(request)));
        Begun.token(request)
                .flatMap(drafts::find)
                .filter(Draft::isAnswered)
                .ifPresent(draft -> model.addAttribute("begun", "/intake/" + draft.token()));
        model.addAttribute("days", Math.max(1, drafts.keep().toDays()));
        return "intake/start";
    }

    @PostMapping
    String begin(HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visits.begin(ChosenLanguage.of(request));
        response.addHeader(
                HttpHeaders.SET_COOKIE, Begun.remembered(visit.draft().token(), request.isSecure()));
        return Redirects.next(visit, "");
    }

    @GetMapping({"/{token}", "/{token}/"})
    String resume(Visit visit) {
        return Redirects.next(visit, "");
    }

    @GetMapping("/{token}/check")
    String check(Visit visit, Model model) {
        model.addAttribute("page", CheckPage.of(visit));
        String next = Steps.next(visit);
        model.addAttribute("next", next.equals(Steps.CHECK) ? null : visit.address(next));
        return "intake/check";
    }

    @GetMapping("/{token}/later")
    String later(Visit visit, Model model) {
        model.addAttribute("link", Redirects.link(visit.draft().token()));
        model.addAttribute("deletion", LocalDate.ofInstant(visit.draft().ends(), ZoneId.systemDefault()));
        model.addAttribute("resume", visit.address(""));
        model.addAttribute("reopened", visit.isReopened());
        model.addAttribute("removal", visit.address("removal"));
        return "intake/later";
    }

    @GetMapping("/{token}/removal")
    String removal(Visit visit, Model model) {
        model.addAttribute("removal", visit.address("removal"));
        model.addAttribute("keep", visit.address("later"));
        model.addAttribute("reopened", visit.isReopened());
        return "intake/removal";
    }

    @PostMapping("/{token}/removal")
    String remove(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, Begun.forgotten(request.isSecure()));
        String token = visit.draft().token();
        boolean deleted = visits.delete(visit);
        if (visit.isReopened()) {
            return "redirect:" + Redirects.sent(token);
        }
        if (!deleted) {
            throw new UnknownDraft(token);
        }
        return "redirect:/intake/removed?language=" + visit.language().tag();
    }

    @GetMapping("/removed")
    String removed() {
        return "intake/removed";
    }

    @GetMapping("/**")
    ModelAndView nothing() {
        return new ModelAndView("error", Map.of("status", HttpStatus.NOT_FOUND.value()), HttpStatus.NOT_FOUND);
    }
}
