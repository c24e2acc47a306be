package dev.stipple.web.intake;

import dev.stipple.questionnaire.Group;
import dev.stipple.web.intake.form.FieldFault;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.web.intake.form.Visits;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks whether a repeating group has entries, and adds and removes them one at a time. */
@Controller
@RequestMapping("/intake/{token}/groups/{group}")
class GroupPages {
    private final Visits visits;

    GroupPages(Visits visits) {
        this.visits = visits;
    }

    @GetMapping
    String ask(Visit visit, @PathVariable String group, @RequestParam(defaultValue = "") String to, Model model) {
        return group(visit, group)
                .map(found -> {
                    model.addAttribute("page", GroupPage.of(visit, found, Redirects.query(to), null));
                    return "intake/group";
                })
                .orElseGet(() -> Redirects.next(visit, to));
    }

    @PostMapping
    ModelAndView answer(
            Visit visit,
            @PathVariable("group") String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam @Nullable String unsure) {
        Group group = group(visit, id).orElse(null);
        if (group == null) {
            return new ModelAndView(Redirects.next(visit, to));
        }
        if (unsure != null) {
            return new ModelAndView(Redirects.next(visits.change(visit, form -> form.unsure(group)), to));
        }
        return switch (answer) {
            case "yes" -> new ModelAndView(added(visits.change(visit, form -> form.adding(group)), group, to));
            case "no" -> new ModelAndView(Redirects.next(visits.change(visit, form -> form.complete(group)), to));
            default -> {
                var page = GroupPage.of(visit, group, Redirects.query(to), FieldFault.of("fault.choice"));
                yield new ModelAndView("intake/group", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    @PostMapping("/{entry}/removal")
    String remove(
            Visit visit,
            @PathVariable String group,
            @PathVariable int entry,
            @RequestParam(defaultValue = "") String to) {
        return group(visit, group)
                .map(found -> {
                    Visit changed = visits.change(visit, form -> form.removing(found, entry));
                    return Redirects.to(changed, FormPlace.of(found).path()) + Redirects.query(to);
                })
                .orElseGet(() -> Redirects.next(visit, to));
    }

    /** To the first question about the new entry, which is asked whether it matters or not: it tells what the entry is. */
    private static String added(Visit visit, Group group, String to) {
        var entries = visit.form().entries(group);
        FormPlace first = new FormPlace(
                group, entries.get(entries.size() - 1), group.closed().get(0));
        return Redirects.to(visit, first.path()) + Redirects.query(to);
    }

    private static Optional<Group> group(Visit visit, String id) {
        return visit.questionnaire().group(id).filter(Group::repeats);
    }
}
