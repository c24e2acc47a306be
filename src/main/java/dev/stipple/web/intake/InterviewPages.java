package dev.stipple.web.intake;

import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Group;
import dev.stipple.web.Pictures;
import dev.stipple.web.intake.form.Form;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.PageAnswers;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.web.intake.form.Visits;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks what stands on a page and takes the answers. */
@Controller
@RequestMapping("/intake/{token}/pages/{page}")
class InterviewPages {
    private final Visits visits;
    private final Pictures pictures;

    InterviewPages(Visits visits, Pictures pictures) {
        this.visits = visits;
        this.pictures = pictures;
    }

    @GetMapping
    ModelAndView ask(Visit visit, @PathVariable("page") String id, @RequestParam(defaultValue = "") String to) {
        return page(visit, id)
                .filter(page -> page.items().stream().anyMatch(visit.course()::isShown))
                .map(page -> shown(
                        visit,
                        page,
                        to,
                        new LinkedMultiValueMap<>(),
                        PageAnswers.Result.untouched(visit.form()),
                        HttpStatus.OK))
                .orElseGet(() -> new ModelAndView(Redirects.next(visit, to)));
    }

    @PostMapping
    ModelAndView answer(
            Visit visit,
            @PathVariable("page") String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam MultiValueMap<String, String> posted) {
        Page page = page(visit, id).orElse(null);
        if (page == null) {
            return new ModelAndView("error", Map.of("status", HttpStatus.NOT_FOUND.value()), HttpStatus.NOT_FOUND);
        }
        Taken taken = take(visit, page, posted, UnaryOperator.identity());
        return taken.read().isWhole()
                ? new ModelAndView(Redirects.after(taken.visit(), page, to))
                : told(taken, page, to, posted);
    }

    @PostMapping("/entries/{group}")
    ModelAndView add(
            Visit visit,
            @PathVariable("page") String id,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String to,
            @RequestParam MultiValueMap<String, String> posted) {
        return change(visit, id, group, to, posted, Form::adding);
    }

    /** Whatever stands in the entry goes with it, faults too. */
    @PostMapping("/entries/{group}/{entry}/removal")
    ModelAndView remove(
            Visit visit,
            @PathVariable("page") String id,
            @PathVariable String group,
            @PathVariable int entry,
            @RequestParam(defaultValue = "") String to,
            @RequestParam MultiValueMap<String, String> posted) {
        var others = new LinkedMultiValueMap<>(posted);
        repeating(visit, group)
                .ifPresent(found -> found.questions()
                        .forEach(question -> others.remove(new FormPlace(found, entry, question).name())));
        return change(visit, id, group, to, others, (form, found) -> form.removing(found, entry));
    }

    /** Keeps what was answered on the page so far, and changes the entries of a group. */
    private ModelAndView change(
            Visit visit,
            String id,
            String group,
            String to,
            MultiValueMap<String, String> posted,
            BiFunction<Form, Group, Form> change) {
        Page page = page(visit, id).orElse(null);
        Group found = repeating(visit, group).orElse(null);
        if (page == null || found == null) {
            return new ModelAndView(Redirects.next(visit, to));
        }
        Taken taken = take(visit, page, posted, form -> change.apply(form, found));
        Taken soFar = new Taken(taken.visit(), taken.read().soFar(posted));
        if (!soFar.read().isWhole()) {
            return told(soFar, page, to, posted);
        }
        return new ModelAndView(
                page.items().stream().anyMatch(soFar.visit().course()::isShown)
                        ? Redirects.to(soFar.visit(), Steps.path(page)) + Redirects.query(to)
                        : Redirects.next(soFar.visit(), to));
    }

    /** What a form is after something was sent, and what of it could not be taken. */
    private record Taken(Visit visit, PageAnswers.Result read) {}

    private Taken take(Visit visit, Page page, MultiValueMap<String, String> posted, UnaryOperator<Form> change) {
        var read = new AtomicReference<>(PageAnswers.Result.untouched(visit.form()));
        Visit changed = visits.change(visit, form -> {
            var result = PageAnswers.read(visit, page, posted, form);
            read.set(result);
            return change.apply(result.form());
        });
        return new Taken(changed, Objects.requireNonNull(read.get()));
    }

    private ModelAndView told(Taken taken, Page page, String to, MultiValueMap<String, String> posted) {
        return shown(taken.visit(), page, to, posted, taken.read(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView shown(
            Visit visit,
            Page page,
            String to,
            MultiValueMap<String, String> posted,
            PageAnswers.Result result,
            HttpStatus status) {
        var view = PageView.of(visit, page, pictures, Redirects.query(to), posted, result);
        return new ModelAndView("intake/page", Map.of("page", view), status);
    }

    private static Optional<Group> repeating(Visit visit, String group) {
        return visit.questionnaire().group(group).filter(Group::repeats);
    }

    private static Optional<Page> page(Visit visit, String id) {
        return visit.assessor().rulebook().interview().page(id);
    }
}
