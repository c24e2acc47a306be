package dev.stipple.web;

import dev.stipple.authoring.RulebookWatch;
import dev.stipple.screening.Draft;
import dev.stipple.screening.Drafts;
import dev.stipple.text.Language;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Finds drafts and changes them. */
@Component
class Visits {
    private final RulebookWatch watch;
    private final Drafts drafts;

    Visits(RulebookWatch watch, Drafts drafts) {
        this.watch = watch;
        this.drafts = drafts;
    }

    Visit begin(Language language) {
        return visit(drafts.begin(language));
    }

    Visit find(String token) {
        return visit(drafts.find(token).orElseThrow(UnknownDraft::new));
    }

    Visit speaking(Visit visit, Language language) {
        return changed(visit, draft -> draft.withLanguage(language));
    }

    /** Changes the form as it is now, which another tab may have changed since the visit began. */
    Visit change(Visit visit, UnaryOperator<Form> change) {
        return changed(
                visit,
                draft -> draft.withAnswers(
                        change.apply(Form.read(draft.answers())).json()));
    }

    void delete(Visit visit) {
        drafts.delete(visit.draft().token());
    }

    private Visit changed(Visit visit, UnaryOperator<Draft> change) {
        return visit(drafts.change(visit.draft().token(), change).orElseThrow(UnknownDraft::new));
    }

    private Visit visit(Draft draft) {
        return Visit.of(draft, watch.state().assessor(), draft.changed().plus(drafts.keep()));
    }
}
