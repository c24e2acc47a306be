package dev.stipple.web.intake.form;

import dev.stipple.answers.CountedOn;
import dev.stipple.answers.FittingAnswers;
import dev.stipple.intake.Draft;
import dev.stipple.intake.Drafts;
import dev.stipple.live.LiveRules;
import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Screening;
import dev.stipple.wording.Language;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds drafts and changes them. */
@Component
public class Visits {
    private final LiveRules rules;
    private final Drafts drafts;
    private final OwnScreenings own;

    Visits(LiveRules rules, Drafts drafts, OwnScreenings own) {
        this.rules = rules;
        this.drafts = drafts;
        this.own = own;
    }

    public Visit begin(Language language) {
        return visit(drafts.begin(language));
    }

    /** Finds one to show or change; where it was opened again, that is reading what was sent. */
    Visit find(String token) {
        Visit visit = visit(drafts.find(token).orElseThrow(() -> new UnknownDraft(token)));
        own.noteRead(new Link(token));
        return visit;
    }

    Visit speaking(Visit visit, Language language) {
        return changed(visit, draft -> draft.withLanguage(language));
    }

    /** Changes the form as it is now, which another tab may have changed since the visit began. */
    public Visit change(Visit visit, UnaryOperator<Form> change) {
        return changed(
                visit,
                draft -> draft.withAnswers(
                        change.apply(Form.read(draft.answers())).json()));
    }

    /** Opens what was sent under a token again, with its answers counted on to a day and what a consultant asks. */
    public Visit reopen(String token, Screening screening, LocalDate today) {
        var current = screening.current();
        var questionnaire = rules.assessor().rulebook().questionnaire();
        var answers = FittingAnswers.of(
                questionnaire, (ObjectNode) JsonMapper.shared().readTree(current.answers()));
        var counted = CountedOn.of(answers, current.given(), today).json();
        var form = Form.of(JsonMapper.shared().valueToTree(counted))
                .asked(screening.agenda().questions().stream().map(Due::text).toList());
        return visit(drafts.reopen(token, screening.language(), form.json()));
    }

    /** Deletes the form; false where it was sent or deleted meanwhile. */
    public boolean delete(Visit visit) {
        return drafts.delete(visit.draft());
    }

    /** Takes the form as the visit saw it; false where it was changed, sent or deleted meanwhile. */
    public boolean take(Visit visit) {
        return drafts.take(visit.draft());
    }

    /** The form as it is now. */
    public Visit again(Visit visit) {
        return find(visit.draft().token());
    }

    private Visit changed(Visit visit, UnaryOperator<Draft> change) {
        return visit(drafts.change(visit.draft().token(), change)
                .orElseThrow(() -> new UnknownDraft(visit.draft().token())));
    }

    private Visit visit(Draft draft) {
        return Visit.of(draft, rules.assessor().patient());
    }
}
