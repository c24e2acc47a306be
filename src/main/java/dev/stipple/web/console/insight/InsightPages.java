package dev.stipple.web.console.insight;

import dev.stipple.live.LiveRules;
import dev.stipple.screening.Newest;
import dev.stipple.screening.Screenings;
import dev.stipple.web.console.VerdictMark;
import dev.stipple.web.console.insight.InsightPage.Week;
import dev.stipple.web.console.queue.QueuePage;
import dev.stipple.wording.Language;
import java.security.Principal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what many screenings tell together. */
@Controller
class InsightPages {
    private static final int WEEKS = 12;
    private static final int SAMPLE = 500;

    private final Screenings screenings;
    private final Newest newest;
    private final LiveRules rules;

    InsightPages(Screenings screenings, LiveRules rules) {
        this.screenings = screenings;
        this.newest = new Newest(screenings);
        this.rules = rules;
    }

    @GetMapping("/console/insight")
    String insight(Principal person, Language language, Model model) {
        var rulebook = rules.assessor().rulebook();
        var verdicts = QueuePage.verdicts(rulebook.questionnaire(), language);
        var tally = new Tally(rulebook, language);
        var reached = newest.each(person.getName(), (summary, revision) -> {
            tally.add(summary, revision);
            return tally.screenings() < SAMPLE;
        });
        model.addAttribute(
                "page",
                new InsightPage(
                        verdicts,
                        weeks(verdicts),
                        tally.screenings(),
                        reached.altered().size(),
                        tally.rules(),
                        tally.answers(),
                        tally.overrides()));
        return "console/insight";
    }

    private List<Week> weeks(List<VerdictMark> verdicts) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate monday = LocalDate.now(zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.rangeClosed(1 - WEEKS, 0)
                .mapToObj(monday::plusWeeks)
                .map(start -> Week.of(
                        start,
                        verdicts,
                        screenings.counts(
                                start.atStartOfDay(zone).toInstant(),
                                start.plusWeeks(1).atStartOfDay(zone).toInstant())))
                .toList();
    }
}
