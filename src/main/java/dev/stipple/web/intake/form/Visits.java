package dev.stipple.web.intake.form;

import dev.stipple.intake.Draft;
import dev.stipple.intake.Drafts;
import dev.stipple.live.LiveRules;
import dev.stipple.wording.Language;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Finds drafts and changes them. */
@Component
public class Visits {
    private final LiveRules rules;
    private final Drafts drafts;

    Visits(LiveRules rules, Drafts drafts) {
        this.rules = rules;
        this.drafts = drafts;
    }

    public Visit begin(Language language) {
        return visit(drafts.begin(language));
    }

    Visit find(String token) {
        return visit(drafts.find(token).orElseThrow(UnknownDraft::new));
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

    public void delete(Visit visit) {
        drafts.delete(visit.draft().token());
    }

    private Visit changed(Visit visit, UnaryOperator<Draft> change) {
        return visit(drafts.change(visit.draft().token(), change).orElseThrow(UnknownDraft::new));
    }

    private Visit visit(Draft draft) {
        return Visit.of(draft, rules.assessor().patient());
    }
}
