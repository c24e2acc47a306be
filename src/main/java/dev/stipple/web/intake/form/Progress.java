package dev.stipple.web.intake.form;

import dev.stipple.answers.Asked;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import java.util.List;

/**
 * How far a form is.
 *
 * @param done questions that were answered or passed over
 * @param open questions that are still worth asking, as far as is known: answers can make it fewer, entries more
 */
public record Progress(int done, int open) {
    public static Progress of(Visit visit) {
        int done = (int) visit.answers().slots().stream()
                .filter(slot -> isDone(visit, slot))
                .count();
        List<Slot> open = visit.form().wantsRest() ? visit.rest() : visit.mattering();
        int said = (int) visit.answers().texts().stream()
                .filter(slot -> isDone(visit, slot))
                .count();
        return new Progress(done + said, open.size() + visit.words().size());
    }

    /** Whether a slot was answered or passed over. */
    public static boolean isDone(Visit visit, Slot slot) {
        boolean answered = !visit.answers().isUnknown(slot);
        return visit.answers().asked(slot) != Asked.NO
                && (answered || visit.form().passed(visit.form().place(slot)));
    }

    /** Whether words were written in a slot for them, or it was passed over. */
    static boolean isDone(Visit visit, TextSlot slot) {
        return visit.answers().asked(slot) != Asked.NO
                && (visit.answers().text(slot).isPresent()
                        || visit.form().passed(visit.form().place(slot)));
    }

    public int all() {
        return done + open;
    }
}
