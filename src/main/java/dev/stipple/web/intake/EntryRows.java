package dev.stipple.web.intake;

import dev.stipple.interview.Item;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Visit;
import java.util.List;
import java.util.stream.Stream;

/** What was told of one entry. */
record EntryRows(String caption, List<Row> rows) {
    /** The entries of an item, those of which a list told everything too. */
    static Stream<EntryRows> of(Visit visit, Item.Entries item, String query) {
        return visit.form().entries(item.group()).stream()
                .map(entry -> of(visit, item, entry, query))
                .filter(entry -> !entry.rows().isEmpty());
    }

    private static EntryRows of(Visit visit, Item.Entries item, int entry, String query) {
        return new EntryRows(
                PageView.caption(visit, new FormPlace(item.group(), entry, null)),
                item.questions().stream()
                        .filter(question -> !visit.course().isTold(item.group(), question))
                        .map(question -> new FormPlace(item.group(), entry, question))
                        .flatMap(place -> Row.of(visit, place, query).stream())
                        .toList());
    }
}
