package dev.stipple.web.intake;

import dev.stipple.questionnaire.Group;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Visit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was answered, group by group.
 *
 * @param open how many questions could still change the verdict
 * @param spared how many were not asked because they could not
 */
record CheckPage(
        List<Section> sections,
        int open,
        int spared,
        boolean settled,
        @Nullable String back,
        String finish) {

    /** What was answered of one group. */
    record Section(String title, List<Row> rows, List<EntryRows> entries) {
        boolean isEmpty() {
            return rows.isEmpty() && entries.isEmpty();
        }
    }

    static CheckPage of(Visit visit) {
        int mattering = visit.mattering().size();
        return new CheckPage(
                visit.questionnaire().groups().stream()
                        .map(group -> section(visit, group))
                        .filter(section -> !section.isEmpty())
                        .toList(),
                mattering,
                visit.rest().size() - mattering,
                visit.isSettled(),
                visit.form().before("").map(visit::address).orElse(null),
                visit.address("result"));
    }

    private static Section section(Visit visit, Group group) {
        String query = Redirects.query("check");
        Stream<FormPlace> places = group.repeats()
                ? Stream.of(FormPlace.of(group))
                : group.questions().stream().map(question -> new FormPlace(group, 0, question));
        return new Section(
                group.title().in(visit.language()),
                places.flatMap(place -> Row.of(visit, place, query).stream()).toList(),
                visit.form().entries(group).stream()
                        .filter(entry -> !visit.form().isBlank(group, entry))
                        .filter(entry -> group.repeats())
                        .map(entry -> EntryRows.of(visit, group, entry, query))
                        .toList());
    }
}
