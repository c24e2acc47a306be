package dev.stipple.web.intake;

import dev.stipple.web.Pictures;
import dev.stipple.web.intake.form.Form;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Posted;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.web.intake.form.Visits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** Asks one question and takes its answer. */
@Controller
@RequestMapping({"/intake/{token}/questions/{path}", "/intake/{token}/questions/{path}/{entry}"})
class QuestionPages {
    private final Visits visits;
    private final Pictures pictures;

    QuestionPages(Visits visits, Pictures pictures) {
        this.visits = visits;
        this.pictures = pictures;
    }

    @GetMapping
    String ask(
            Visit visit,
            @PathVariable String path,
            @PathVariable Optional<Integer> entry,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        return visit.place(path, entry.orElse(0))
                .map(place -> {
                    model.addAttribute("page", QuestionPage.of(visit, place, pictures, Redirects.query(to)));
                    return "intake/question";
                })
                .orElseGet(() -> Redirects.next(visit, to));
    }

    @PostMapping
    ModelAndView answer(
            Visit visit,
            @PathVariable String path,
            @PathVariable Optional<Integer> entry,
            @RequestParam(defaultValue = "") String to,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam @Nullable String unsure) {
        FormPlace place = visit.place(path, entry.orElse(0)).orElse(null);
        if (place == null) {
            return new ModelAndView(Redirects.next(visit, to));
        }
        if (unsure != null) {
            return new ModelAndView(Redirects.next(visits.change(visit, form -> form.with(place, Form.NOT_SURE)), to));
        }
        // A list as a parameter would be cut at the commas of free words.
        List<String> answer = posted.getOrDefault("answer", List.of());
        Posted read = Posted.read(Objects.requireNonNull(place.question()), answer);
        JsonNode value = read.value();
        if (value == null) {
            var page = QuestionPage.of(visit, place, pictures, Redirects.query(to), answer, read.fault());
            return new ModelAndView("intake/question", Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView(Redirects.next(visits.change(visit, form -> form.with(place, value)), to));
    }
}
