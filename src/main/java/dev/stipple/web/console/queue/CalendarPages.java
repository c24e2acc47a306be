package dev.stipple.web.console.queue;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.CalendarAddresses;
import dev.stipple.wording.Language;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where consultants make the secret address of their calendar, and end it. */
@Controller
@RequestMapping("/console/calendar")
class CalendarPages {
    private static final String PAGE = "console/calendar";

    private final CalendarAddresses addresses;
    private final Accounts accounts;

    CalendarPages(CalendarAddresses addresses, Accounts accounts) {
        this.addresses = addresses;
        this.accounts = accounts;
    }

    @GetMapping
    String show(Principal person, Model model) {
        model.addAttribute("account", accounts.find(person.getName()).isPresent());
        model.addAttribute("has", addresses.has(person.getName()));
        return PAGE;
    }

    /** Shows the address once. */
    @PostMapping
    String make(Principal person, Language language, Model model) {
        String token = addresses.make(person.getName());
        model.addAttribute(
                "made",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/calendar/" + token + ".ics")
                        .queryParam("language", language.tag())
                        .toUriString());
        return show(person, model);
    }

    @PostMapping("/end")
    String end(Principal person) {
        addresses.end(person.getName());
        return "redirect:/console/calendar";
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping("/end")
    String ended() {
        return "redirect:/console/calendar";
    }
}
