package dev.stipple.web.console.queue;

import dev.stipple.access.accounts.Accounts;
import dev.stipple.access.accounts.Colleagues;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Page;
import dev.stipple.screening.kept.Status;
import dev.stipple.web.console.ConsoleFrame;
import dev.stipple.web.console.Desk;
import dev.stipple.wording.Language;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
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
    private final Accounts accounts;
    private final int waitingDays;

    /** @param waitingDays after how many days somebody has waited long for a decision */
    QueuePages(
            Screenings screenings,
            LiveRules rules,
            ConsoleFrame frame,
            Accounts accounts,
            @Value("${stipple.console.waiting-days}") int waitingDays) {
        this.screenings = screenings;
        this.rules = rules;
        this.frame = frame;
        this.accounts = accounts;
        this.waitingDays = waitingDays;
    }

    /** To the page that somebody's work begins with. */
    @GetMapping("/console")
    String home(Authentication person) {
        return "redirect:" + (frame.has(person, "CONSULTANT") ? Desk.PATH : "/console/impact");
    }

    private List<Soon> coming(QueueFilter filter, Instant now, String reader) {
        return Stream.of(QueueFilter.Coming.values())
                .map(each -> {
                    QueueFilter soon = filter.coming(each);
                    return new Soon(each, soon.address(), screenings.count(soon.search(now, reader, List.of())));
                })
                .toList();
    }

    /** Who is offered: the others who can open screenings, and whoever is looked for. */
    private static List<String> offered(Colleagues all, String reader, String sought) {
        return Stream.concat(all.readers().stream(), Stream.of(sought))
                .filter(each -> !Set.of("", QueueFilter.NOBODY, reader).contains(each))
                .distinct()
                .toList();
    }

    /** How many have something to come that soon. */
    record Soon(QueueFilter.Coming when, String address, int count) {}

    @GetMapping(Desk.PATH)
    String queue(
            @RequestParam Map<String, String> asked,
            Principal person,
            Language language,
            HttpSession session,
            Model model) {
        var filter = QueueFilter.of(asked);
        Instant now = Instant.now();
        String reader = person.getName();
        var colleagues = accounts.colleagues();
        List<String> gone = colleagues.gone();
        Page page = screenings.list(filter.search(now, reader, gone), reader);
        var rulebook = rules.assessor().rulebook();
        var shown = QueuePage.of(filter, page, rulebook, language, gone, now.minus(Duration.ofDays(waitingDays)), now);
        shown.worklist().keepIn(session);
        model.addAttribute("page", shown);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("ages", QueueFilter.Age.values());
        model.addAttribute("coming", coming(filter, now, reader));
        QueueFilter mine = filter.of(reader);
        model.addAttribute("mine", mine.address());
        model.addAttribute("ofMine", screenings.count(mine.search(now, reader, gone)));
        model.addAttribute("unseen", filter.unseen().address());
        model.addAttribute("forms", ExchangePages.Form.values());
        model.addAttribute("nobody", QueueFilter.NOBODY);
        model.addAttribute("colleagues", offered(colleagues, reader, filter.assignee()));
        return "console/queue";
    }
}
