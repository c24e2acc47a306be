package dev.stipple.web.intake;

import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Group;
import dev.stipple.web.intake.form.FieldFault;
import dev.stipple.web.intake.form.Form;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Progress;
import dev.stipple.web.intake.form.Visit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a repeating group has entries, which, and whether there are more.
 *
 * @param text what is asked while there are no entries
 * @param answer {@code yes}, {@code no} or empty: what is chosen
 * @param full whether no more entries are taken
 */
record GroupPage(
        String caption,
        String text,
        List<EntryRows> entries,
        String answer,
        boolean passed,
        boolean full,
        @Nullable FieldFault fault,
        Progress progress,
        String address,
        @Nullable String back) {

    static GroupPage of(Visit visit, Group group, String query, @Nullable FieldFault fault) {
        FormPlace place = FormPlace.of(group);
        Form form = visit.form();
        List<Integer> told = form.entries(group).stream()
                .filter(entry -> !form.isBlank(group, entry))
                .toList();
        boolean begun = !form.entries(group).isEmpty();
        boolean none = form.value(place).isObject() && !begun;
        return new GroupPage(
                group.title().in(visit.language()),
                Objects.requireNonNull(group.question()).in(visit.language()),
                told.stream()
                        .map(entry -> EntryRows.of(visit, group, entry, query))
                        .toList(),
                !told.isEmpty() ? "" : begun ? "yes" : none ? "no" : "",
                form.passed(place),
                told.size() >= AnswersReader.MOST_ENTRIES,
                fault,
                Progress.of(visit),
                visit.address(place.path()) + query,
                QuestionPage.back(visit, place));
    }
}
