package dev.stipple.web.console.admin;

import dev.stipple.events.StuckEvents;
import java.security.Principal;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks after events that did not arrive. */
@Controller
@RequestMapping(EventPages.PATH)
class EventPages {
    static final String PATH = "/console/admin/events";

    private static final String SHOWN = "redirect:" + PATH;

    private final StuckEvents events;

    EventPages(StuckEvents events) {
        this.events = events;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("receivers", events.receivers());
        model.addAttribute("mail", events.mail());
        model.addAttribute("waiting", events.waiting());
        model.addAttribute("stuck", events.stuck());
        model.addAttribute("most", StuckEvents.MOST);
        model.addAttribute("zone", ZoneId.systemDefault());
        return "console/events";
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping({"/attempts", "/removal"})
    String again() {
        return SHOWN;
    }

    @PostMapping("/attempts")
    String tryAgain(Principal person) {
        events.tryAgain(person.getName());
        return SHOWN;
    }

    @PostMapping("/removal")
    String giveUp(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String receiver,
            Principal person) {
        events.giveUp(id, receiver, person.getName());
        return SHOWN;
    }
}
