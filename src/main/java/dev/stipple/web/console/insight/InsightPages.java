package dev.stipple.web.console.insight;

import dev.stipple.intake.Drafts;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Newest;
import dev.stipple.screening.Screenings;
import dev.stipple.web.console.VerdictMark;
import dev.stipple.web.console.insight.NewestPage.Reasons;
import dev.stipple.web.console.queue.QueuePage;
import dev.stipple.wording.Language;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what many screenings tell together: sums over all of them, and the newest ones opened. */
@Controller
class InsightPages {
    private static final int SAMPLE = 500;
    private static final String PAGE = "page";

    private final Screenings screenings;
    private final Newest newest;
    private final LiveRules rules;
    private final Drafts drafts;

    InsightPages(Screenings screenings, LiveRules rules, Drafts drafts) {
        this.screenings = screenings;
        this.newest = new Newest(screenings);
        this.rules = rules;
        this.drafts = drafts;
    }

    @GetMapping("/console/insight")
    String insight(Language language, Model model) {
        model.addAttribute(
                PAGE,
                InsightPage.of(
                        screenings.sums(), verdicts(language), drafts.keep().toDays()));
        return "console/insight";
    }

    @GetMapping("/console/insight/newest")
    String newest(Principal person, Language language, Model model) {
        var tally = new Tally(rules.assessor().rulebook(), language);
        var reached = newest.each(person.getName(), (summary, revision) -> {
            tally.add(summary, revision);
            return tally.screenings() < SAMPLE;
        });
        var decisions = new DecisionTally();
        var standing = screenings.standing(tally.decidedOn());
        tally.decidedOn().forEach(each -> {
            var decision = standing.get(each.reference());
            if (decision != null) {
                decisions.add(each.verdict(), decision);
            }
        });
        var verdicts = verdicts(language);
        model.addAttribute(
                PAGE,
                new NewestPage(
                        tally.screenings(),
                        reached.altered().size(),
                        tally.rules(),
                        tally.holding(),
                        tally.deciding(),
                        tally.overrides(),
                        decisions.outcomes(verdicts),
                        Reasons.of(decisions.reasons(verdicts), decisions.overruled())));
        return "console/newest";
    }

    private List<VerdictMark> verdicts(Language language) {
        return QueuePage.verdicts(rules.assessor().rulebook().questionnaire(), language);
    }
}
