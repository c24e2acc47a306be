package dev.stipple.web.console.insight;

import dev.stipple.authoring.check.Check;
import dev.stipple.authoring.impact.ImpactPlan;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.live.LiveRules;
import dev.stipple.reasoning.impact.Impact;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.KeptImpact;
import dev.stipple.screening.Newest;
import dev.stipple.screening.Screenings;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import dev.stipple.web.console.insight.ImpactPage.Plan;
import dev.stipple.web.console.insight.ImpactPage.Result;
import dev.stipple.wording.Language;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows whose verdict changed rules would change, whoever they are and among kept screenings, before they are released. */
@Controller
class ImpactPages {
    private final LiveRules rules;
    private final ChangedRules changed;
    private final Newest newest;
    private final Duration longest;

    /** @param longest how long screenings are compared before a partial answer is given */
    ImpactPages(
            LiveRules rules,
            ChangedRules changed,
            Screenings screenings,
            @Value("${stipple.impact.longest}") Duration longest) {
        this.rules = rules;
        this.changed = changed;
        this.newest = new Newest(screenings);
        this.longest = longest;
    }

    @GetMapping("/console/impact")
    String impact(@RequestParam(defaultValue = "") String folder, Principal person, Language language, Model model) {
        model.addAttribute(
                "page", folder.isEmpty() ? page(null, List.of(), null, null) : compared(folder, person, language));
        return "console/impact";
    }

    private ImpactPage compared(String name, Principal person, Language language) {
        Path folder = changed.folder(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            Check check = Check.of(RulesFolder.read(folder));
            if (check.rulebook().isEmpty()) {
                return page(name, check.faults(), null, null);
            }
            var rulebook = check.rulebook().get();
            var impact = KeptImpact.of(rulebook);
            long end = System.nanoTime() + longest.toNanos();
            var reached = newest.each(person.getName(), (summary, revision) -> {
                impact.add(summary, revision);
                return System.nanoTime() < end;
            });
            return page(
                    name,
                    List.of(),
                    plan(rulebook, check.scenarios().orElseThrow(), language),
                    Result.of(impact, reached, rulebook.questionnaire(), language));
        } catch (InvalidRules e) {
            return page(name, e.faults(), null, null);
        }
    }

    private Plan plan(Rulebook after, Scenarios scenarios, Language language) {
        Rulebook before = rules.assessor().rulebook();
        List<String> different = Impact.incomparable(before, after);
        return different.isEmpty()
                ? Plan.of(ImpactPlan.between(before, after, scenarios), after.questionnaire(), language)
                : Plan.incomparable(different);
    }

    private ImpactPage page(@Nullable String chosen, List<Fault> faults, @Nullable Plan plan, @Nullable Result result) {
        return new ImpactPage(changed.parent(), changed.names(), chosen, faults, plan, result);
    }
}
