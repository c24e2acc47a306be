package dev.stipple.web.console.detail;

import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Reference;
import dev.stipple.store.Unreadable;
import dev.stipple.store.keys.Altered;
import dev.stipple.web.Retention;
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

/** Erases a person, after saying what that destroys; also one who cannot be shown, as their rows were altered. */
@Controller
@RequestMapping(Desk.PATH + "/{reference}/erasure")
class ErasurePages {
    private final Desk desk;
    private final Screenings screenings;
    private final Retention retention;

    ErasurePages(Desk desk, Screenings screenings, Retention retention) {
        this.desk = desk;
        this.screenings = screenings;
        this.retention = retention;
    }

    @GetMapping
    ModelAndView confirm(@PathVariable String reference, Principal person, Language language) {
        return page(reference, person, language);
    }

    /** Erases where the box is ticked; the page of the screening then shows the proof. */
    @PostMapping
    ModelAndView erase(
            @PathVariable String reference,
            @RequestParam(defaultValue = "false") boolean understood,
            Principal person,
            Language language) {
        if (understood) {
            screenings.erase(Desk.reference(reference), person.getName(), "asked for");
            return new ModelAndView("redirect:" + Desk.PATH + "/" + Desk.reference(reference));
        }
        var again = page(reference, person, language);
        again.addObject("fault", "erasure.fault");
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(String reference, Principal person, Language language) {
        try {
            return whole(reference, person, language);
        } catch (Altered | Unreadable fault) {
            Reference known = Desk.reference(reference);
            return new ModelAndView(
                    "console/erasure",
                    Map.of("address", Desk.PATH + "/" + known, "reference", known, "hours", retention.hours()));
        }
    }

    private ModelAndView whole(String reference, Principal person, Language language) {
        var opened = desk.open(reference, person.getName(), language);
        var page = new ModelAndView(
                "console/erasure",
                Map.of(
                        "address",
                        opened.address(),
                        "reference",
                        opened.screening().reference(),
                        "screening",
                        opened.screening()));
        page.addObject("hours", retention.hours());
        page.addObject("until", retention.until(opened.screening().changedAt()));
        return page;
    }
}
