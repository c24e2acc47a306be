package dev.stipple.web.console.detail;

import dev.stipple.answers.Answers;
import dev.stipple.answers.CountedOn;
import dev.stipple.answers.FittingAnswers;
import dev.stipple.assessment.Assessor;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.ChangedMeanwhile;
import dev.stipple.web.console.Desk;
import dev.stipple.wording.Language;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what other answers would come to, on today's rules. What is tried stands in the form alone: nothing is read or
 * kept until somebody asks for it.
 */
@Controller
@RequestMapping(Desk.PATH + "/{reference}/what-if")
class WhatIfPages {
    private static final String VIEW = "console/what-if";

    private final Desk desk;
    private final Screenings screenings;
    private final LiveRules rules;

    WhatIfPages(Desk desk, Screenings screenings, LiveRules rules) {
        this.desk = desk;
        this.screenings = screenings;
        this.rules = rules;
    }

    @GetMapping
    ModelAndView begin(@PathVariable String reference, Principal person, Language language) {
        var screening = desk.open(reference, person.getName(), language).screening();
        Assessor assessor = rules.assessor().patient();
        var current = screening.current();
        var answers = CountedOn.of(
                answers(assessor, current.answers()), current.given(), LocalDate.now(ZoneId.systemDefault()));
        var kept = assessor.assess(answers);
        var changed = new ChangedAnswers(kept.answers(), Map.of());
        return new ModelAndView(
                VIEW,
                "page",
                WhatIfPage.of(screening.reference().toString(), screening.version(), kept, kept, changed, language));
    }

    /** What the answers in the form come to. */
    @PostMapping
    ModelAndView assess(
            @PathVariable String reference,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            Language language) {
        return new ModelAndView(VIEW, "page", page(reference, version, posted, language));
    }

    /** Keeps the answers in the form as a new revision. */
    @PostMapping("/revisions")
    ModelAndView revise(
            @PathVariable String reference,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> posted,
            Principal person,
            Language language) {
        Assessor assessor = rules.assessor().patient();
        var page = page(reference, version, posted, language);
        if (page.faulty()) {
            return new ModelAndView(VIEW, Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var changed = ChangedAnswers.read(assessor.rulebook().questionnaire(), posted);
        try {
            screenings.revise(Desk.reference(reference), version, changed.answers(), assessor, person.getName());
            return new ModelAndView("redirect:" + page.address() + "?done=REVISED");
        } catch (ChangedMeanwhile e) {
            var newer = page(reference, e.version(), posted, language);
            return new ModelAndView(VIEW, Map.of("page", newer, "fault", "whatIf.conflict"), HttpStatus.CONFLICT);
        }
    }

    private WhatIfPage page(String reference, int version, MultiValueMap<String, String> posted, Language language) {
        Assessor assessor = rules.assessor().patient();
        String kept = posted.getFirst("kept");
        var before = assessor.assess(answers(assessor, kept == null ? "" : kept));
        var changed = ChangedAnswers.read(assessor.rulebook().questionnaire(), posted);
        var after = assessor.assess(changed.answers());
        return WhatIfPage.of(Desk.reference(reference).toString(), version, before, after, changed, language);
    }

    private static Answers answers(Assessor assessor, String json) {
        try {
            if (JsonMapper.shared().readTree(json) instanceof ObjectNode answers) {
                return FittingAnswers.of(assessor.rulebook().questionnaire(), answers);
            }
        } catch (JacksonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the answers are not JSON", e);
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "there are no answers");
    }
}
