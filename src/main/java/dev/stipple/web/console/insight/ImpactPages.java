package dev.stipple.web.console.insight;

import dev.stipple.authoring.check.Check;
import dev.stipple.screening.KeptImpact;
import dev.stipple.screening.Newest;
import dev.stipple.screening.Screenings;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
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

/** Shows which kept screenings changed rules would change, before they are released. */
@Controller
class ImpactPages {
    private final ChangedRules changed;
    private final Newest newest;
    private final Duration longest;

    /** @param longest how long screenings are compared before a partial answer is given */
    ImpactPages(ChangedRules changed, Screenings screenings, @Value("${stipple.impact.longest}") Duration longest) {
        this.changed = changed;
        this.newest = new Newest(screenings);
        this.longest = longest;
    }

    @GetMapping("/console/impact")
    String impact(@RequestParam(defaultValue = "") String folder, Principal person, Language language, Model model) {
        model.addAttribute("page", folder.isEmpty() ? page(null, List.of(), null) : compared(folder, person, language));
        return "console/impact";
    }

    private ImpactPage compared(String name, Principal person, Language language) {
        Path folder = changed.folder(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            Check check = Check.of(RulesFolder.read(folder));
            if (check.rulebook().isEmpty()) {
                return page(name, check.faults(), null);
            }
            var rulebook = check.rulebook().get();
            var impact = KeptImpact.of(rulebook);
            long end = System.nanoTime() + longest.toNanos();
            var reached = newest.each(person.getName(), (summary, revision) -> {
                impact.add(summary, revision);
                return System.nanoTime() < end;
            });
            return page(name, List.of(), Result.of(impact, reached, rulebook.questionnaire(), language));
        } catch (InvalidRules e) {
            return page(name, e.faults(), null);
        }
    }

    private ImpactPage page(@Nullable String chosen, List<Fault> faults, @Nullable Result result) {
        return new ImpactPage(changed.parent(), changed.names(), chosen, faults, result);
    }
}
