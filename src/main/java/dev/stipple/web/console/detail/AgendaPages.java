package dev.stipple.web.console.detail;

import dev.stipple.screening.Screenings;
import dev.stipple.screening.agenda.UnknownDue;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.web.console.Desk;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Takes how far what is to come for a person is. */
@Controller
@RequestMapping(Desk.PATH + "/{reference}/agenda/{number}")
class AgendaPages {
    private final Screenings screenings;

    AgendaPages(Screenings screenings) {
        this.screenings = screenings;
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping
    String detail(@PathVariable String reference) {
        return "redirect:" + Desk.PATH + "/" + Desk.reference(reference);
    }

    /** Where somebody else changed it meanwhile, the page shows how it is now. */
    @PostMapping
    String mark(
            @PathVariable String reference,
            @PathVariable int number,
            @RequestParam int version,
            @RequestParam boolean done,
            Principal person) {
        String address = "redirect:" + Desk.PATH + "/" + Desk.reference(reference);
        try {
            screenings.mark(Desk.reference(reference), version, number, done, person.getName());
            return address + "?done=PLANNED";
        } catch (ChangedMeanwhile e) {
            return address + "?done=UNPLANNED";
        } catch (UnknownDue e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing to come", e);
        }
    }
}
