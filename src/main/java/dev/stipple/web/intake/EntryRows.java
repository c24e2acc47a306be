package dev.stipple.web.intake;

import dev.stipple.questionnaire.Group;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Visit;
import java.util.List;

/**
 * What was told of one entry.
 *
 * @param removal address to post to so that the entry is taken out
 */
record EntryRows(String caption, List<Row> rows, String removal) {
    static EntryRows of(Visit visit, Group group, int entry, String query) {
        var places = group.questions().stream()
                .map(question -> new FormPlace(group, entry, question))
                .toList();
        return new EntryRows(
                QuestionPage.caption(visit, places.get(0)),
                places.stream()
                        .flatMap(place -> Row.of(visit, place, query).stream())
                        .toList(),
                visit.address(FormPlace.of(group).path()) + "/" + entry + "/removal" + query);
    }
}
