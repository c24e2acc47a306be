package dev.stipple.web.console.detail;

import dev.stipple.explain.WhyNotCard;
import dev.stipple.screening.uploads.Uploads;
import dev.stipple.web.Retention;
import dev.stipple.web.console.Desk;
import dev.stipple.wording.Language;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows one screening, and answers what is asked about it. */
@Controller
@RequestMapping(Desk.PATH + "/{reference}")
class DetailPages {
    private final Desk desk;
    private final Details details;
    private final Retention retention;
    private final Uploads uploads;

    DetailPages(Desk desk, Details details, Retention retention, Uploads uploads) {
        this.desk = desk;
        this.details = details;
        this.retention = retention;
        this.uploads = uploads;
    }

    @GetMapping
    String detail(
            @PathVariable String reference,
            @RequestParam @Nullable Done done,
            Principal person,
            Language language,
            Model model) {
        var opened = desk.open(reference, person.getName(), language);
        model.addAttribute("page", details.of(opened, person.getName()));
        model.addAttribute("form", DecisionForm.blank(opened.screening().version()));
        model.addAttribute("files", uploads.of(opened.screening().reference()));
        model.addAttribute("done", done);
        model.addAttribute("until", retention.until(opened.screening().changedAt()));
        return "console/detail";
    }

    /**
     * Why a rule did not fire, or which rules are meant where several have the words: the card alone where a script asks for
     * it, else a page.
     */
    @GetMapping("/why-not")
    String whyNot(
            @PathVariable String reference,
            @RequestParam String rule,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Principal person,
            Language language,
            Model model) {
        var opened = desk.open(reference, person.getName(), language);
        var rulebook = opened.assessment().rulebook();
        var found = FoundRule.find(rulebook, rule, language);
        if (found.size() == 1) {
            model.addAttribute("card", WhyNotCard.of(opened.assessment(), found.get(0), language));
            model.addAttribute("because", found.get(0).because().in(language));
        }
        model.addAttribute(
                "found",
                found.stream()
                        .map(each -> FoundRule.of(rulebook, each, language))
                        .toList());
        model.addAttribute("address", opened.address());
        return script == null ? "console/why-not" : "console/why-not :: card";
    }
}
