package dev.stipple.web.intake;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Slot;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Visit;
import java.util.List;
import java.util.Optional;

/** Decides which page comes next. */
public final class Steps {
    public static final String CHECK = "check";
    public static final String SETTLED = "settled";

    private Steps() {}

    /**
     * The page that comes next, as the rest of its address. Free words that an answer asks for come right after it, and the
     * other ones last.
     */
    public static String next(Visit visit) {
        List<FormPlace> words = visit.words();
        return words.stream()
                .filter(Steps::followsAnAnswer)
                .findFirst()
                .map(FormPlace::path)
                .or(() -> question(visit))
                .or(() -> words.stream().findFirst().map(FormPlace::path))
                .orElseGet(() -> isSpared(visit) && !visit.rest().isEmpty() ? SETTLED : CHECK);
    }

    private static boolean followsAnAnswer(FormPlace place) {
        return place.question() != null && !place.question().askedWhen().isEmpty();
    }

    /** Whether what is still open could not change the verdict, and the person did not choose to answer it too. */
    private static boolean isSpared(Visit visit) {
        return visit.isSettled() && !visit.form().wantsRest();
    }

    private static Optional<String> question(Visit visit) {
        if (isSpared(visit)) {
            return Optional.empty();
        }
        List<Slot> open = visit.form().wantsRest() ? visit.rest() : visit.mattering();
        return begun(visit, open).or(() -> open.stream().findFirst().map(slot -> path(visit, slot)));
    }

    /** Where a group's entries are being told, that is finished before anything else is asked. */
    private static Optional<String> begun(Visit visit, List<Slot> open) {
        return visit.questionnaire().groups().stream()
                .filter(Group::repeats)
                .filter(visit.form()::isUnfinished)
                .findFirst()
                .map(group -> open.stream()
                        .filter(slot -> slot.group().equals(group))
                        .findFirst()
                        .map(slot -> path(visit, slot))
                        .orElseGet(() -> FormPlace.of(group).path()));
    }

    private static String path(Visit visit, Slot slot) {
        return visit.form().place(slot).path();
    }
}
