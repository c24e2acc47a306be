package dev.stipple.web.console.detail;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Screening.Note;
import dev.stipple.web.console.Desk;
import dev.stipple.wording.Language;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes who looks after a person, and what they note for each other. */
@Controller
@RequestMapping(Desk.PATH + "/{reference}")
class CarePages {
    private final Desk desk;
    private final Details details;
    private final Screenings screenings;
    private final Accounts accounts;

    CarePages(Desk desk, Details details, Screenings screenings, Accounts accounts) {
        this.desk = desk;
        this.details = details;
        this.screenings = screenings;
        this.accounts = accounts;
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping({"/assignee", "/notes"})
    String detail(@PathVariable String reference) {
        return "redirect:" + Desk.PATH + "/" + Desk.reference(reference);
    }

    /** Gives a screening to a colleague, or to nobody where no name is given. */
    @PostMapping("/assignee")
    String assign(@PathVariable String reference, @RequestParam(defaultValue = "") String name, Principal person) {
        String address = detail(reference);
        if (!name.isEmpty() && !accounts.colleagues().takeUp(name, person.getName())) {
            return address + "?done=UNKNOWN_COLLEAGUE";
        }
        screenings.assign(Desk.reference(reference), name.isEmpty() ? null : name, person.getName());
        return address + (name.isEmpty() ? "?done=UNASSIGNED" : "?done=ASSIGNED");
    }

    /** A note that is too long comes back as it was written. */
    @PostMapping("/notes")
    ModelAndView note(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            Principal person,
            Language language) {
        String note = text.replace("\r\n", "\n").strip();
        if (Note.isText(note)) {
            screenings.note(Desk.reference(reference), note, person.getName());
            return new ModelAndView(detail(reference) + "?done=NOTED");
        }
        var opened = desk.open(reference, person.getName(), language);
        return new ModelAndView(
                "console/detail",
                Map.of(
                        "page",
                        details.of(opened, person.getName()),
                        "form",
                        DecisionForm.blank(opened.screening().version()),
                        "fault",
                        "notes.fault",
                        "note",
                        text),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
