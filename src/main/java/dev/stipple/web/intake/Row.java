package dev.stipple.web.intake;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.questionnaire.Slot;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Progress;
import dev.stipple.web.intake.form.Visit;
import java.util.Optional;

/**
 * An answer as it is shown again.
 *
 * @param answer empty where the person is not sure
 * @param change address of the page on which it can be changed
 */
record Row(String question, String answer, String change) {
    /** The row of a place; none where it has no answer, or is not asked. */
    static Optional<Row> of(Visit visit, FormPlace place, String query) {
        return visit.form()
                .slot(place)
                .filter(slot -> Progress.isDone(visit, slot))
                .map(slot -> {
                    boolean known = !visit.answers().isUnknown(slot);
                    return new Row(
                            AnswerWords.question(slot).in(visit.language()),
                            known ? AnswerWords.answer(visit.answers(), slot, visit.language()) : "",
                            change(visit, slot, query));
                });
    }

    static String change(Visit visit, Slot slot, String query) {
        return visit.address(visit.form().place(slot).path()) + query;
    }
}
