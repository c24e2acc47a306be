package dev.stipple.web.console.queue;

import dev.stipple.live.LiveRules;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Search;
import dev.stipple.screening.kept.Status;
import dev.stipple.web.console.ConsoleFrame;
import dev.stipple.web.console.Desk;
import dev.stipple.wording.Language;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows who is waiting. */
@Controller
class QueuePages {
    private final Screenings screenings;
    private final LiveRules rules;
    private final ConsoleFrame frame;

    QueuePages(Screenings screenings, LiveRules rules, ConsoleFrame frame) {
        this.screenings = screenings;
        this.rules = rules;
        this.frame = frame;
    }

    /** To the page that somebody's work begins with. */
    @GetMapping("/console")
    String home(Authentication person) {
        return "redirect:" + (frame.has(person, "CONSULTANT") ? Desk.PATH : "/console/impact");
    }

    private List<Soon> coming(QueueFilter filter, Instant now) {
        return Stream.of(QueueFilter.Coming.values())
                .map(each -> {
                    QueueFilter soon = filter.coming(each);
                    return new Soon(each, soon.address(), screenings.count(soon.search(now)));
                })
                .toList();
    }

    /** How many have something to come that soon. */
    record Soon(QueueFilter.Coming when, String address, int count) {}

    @GetMapping(Desk.PATH)
    String queue(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "ANY") String verdict,
            @RequestParam(defaultValue = "WAITING") String status,
            @RequestParam(defaultValue = "ANY") String age,
            @RequestParam(defaultValue = "ANY") String due,
            @RequestParam(defaultValue = "RECEIVED") Search.Order sort,
            @RequestParam(defaultValue = "false") boolean descending,
            @RequestParam @Nullable String after,
            Principal person,
            Language language,
            Model model) {
        var filter = new QueueFilter(
                text,
                QueueFilter.choice(Verdict.class, verdict),
                QueueFilter.choice(Status.class, status),
                QueueFilter.choice(QueueFilter.Age.class, age),
                QueueFilter.choice(QueueFilter.Coming.class, due),
                sort,
                descending,
                after);
        Instant now = Instant.now();
        Page page = screenings.list(filter.search(now), person.getName());
        var rulebook = rules.assessor().rulebook();
        model.addAttribute("page", QueuePage.of(filter, page, rulebook, language, now));
        model.addAttribute("statuses", Status.values());
        model.addAttribute("ages", QueueFilter.Age.values());
        model.addAttribute("coming", coming(filter, now));
        return "console/queue";
    }
}
