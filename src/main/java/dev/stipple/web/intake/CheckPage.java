package dev.stipple.web.intake;

import dev.stipple.assessment.Explanation;
import dev.stipple.interview.Item;
import dev.stipple.interview.Line;
import dev.stipple.interview.Mark;
import dev.stipple.interview.Marking;
import dev.stipple.interview.Page;
import dev.stipple.interview.Recap;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.web.Gaps;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was answered, section by section, and what was not.
 *
 * @param open how many questions could still change the verdict
 * @param denied what weighs most among what the person denied
 * @param help where help is found at once
 * @param afterwards address of what can be prepared; null where nothing can
 */
record CheckPage(
        List<Part> parts,
        int open,
        Gaps gaps,
        Map<String, String> changes,
        List<Denied> denied,
        List<Field.Helping> help,
        boolean certain,
        @Nullable String back,
        @Nullable String afterwards,
        String finish) {
    private static final String QUERY = Redirects.query("check");

    /** What was answered of one section. */
    record Part(String title, List<Row> rows, List<EntryRows> entries) {
        boolean isEmpty() {
            return rows.isEmpty() && entries.isEmpty();
        }
    }

    /** What was denied, and the address of the list in which it can be ticked. */
    record Denied(String text, String change) {}

    static CheckPage of(Visit visit) {
        var interview = visit.assessor().rulebook().interview();
        var assessment = visit.assessment();
        List<Part> parts = interview.sections().stream()
                .map(section -> new Part(
                        section.title().in(visit.language()),
                        section.pages().stream()
                                .flatMap(page -> rows(visit, page))
                                .toList(),
                        section.pages().stream()
                                .flatMap(page -> entries(visit, page))
                                .toList()))
                .filter(part -> !part.isEmpty())
                .toList();
        return new CheckPage(
                parts,
                visit.isSettled() ? 0 : visit.ahead().get().deciding().size(),
                Gaps.of(assessment, Explanation.of(assessment, visit.language()), visit.language()),
                ResultPage.changes(visit, QUERY),
                interview.denied(visit.answers()).stream()
                        .map(each -> denied(visit, each))
                        .toList(),
                Field.Helping.of(visit),
                visit.isSettled(),
                Steps.last(visit).map(visit::address).orElse(null),
                interview.afterwards().stream()
                        .findFirst()
                        .map(page -> visit.address(Steps.path(page)) + QUERY)
                        .orElse(null),
                visit.address("result"));
    }

    private static Stream<Row> rows(Visit visit, Page page) {
        return page.items().stream().flatMap(item -> rows(visit, page, item));
    }

    private static Stream<Row> rows(Visit visit, Page page, Item item) {
        if (item instanceof Item.Ticks ticks) {
            return ticks(visit, page, ticks);
        }
        if (item instanceof Item.Cards cards) {
            return cards(visit, page, cards);
        }
        if (item instanceof Item.Ask ask) {
            return isOnCards(page, ask) ? Stream.of() : places(visit, List.of(ask.question()));
        }
        return item instanceof Item.Table table ? places(visit, table.rows()) : Stream.of();
    }

    private static boolean isOnCards(Page page, Item.Ask ask) {
        return page.items().stream().anyMatch(item -> item instanceof Item.Cards cards && cards.asks(ask.question()));
    }

    private static Stream<Row> places(Visit visit, List<? extends Question> questions) {
        return questions.stream().flatMap(question -> {
            Group group = visit.questionnaire().group(question.group()).orElseThrow();
            return group.repeats()
                    ? visit.form().entries(group).stream()
                            .map(entry -> new FormPlace(group, entry, question))
                            .flatMap(place -> Row.captioned(visit, place, QUERY).stream())
                    : Row.of(visit, new FormPlace(group, 0, question), QUERY).stream();
        });
    }

    /** What was ticked, in one row. */
    private static Stream<Row> ticks(Visit visit, Page page, Item.Ticks ticks) {
        Map<Line, Mark> marks = new Marking(page).marks(visit.answers());
        var ticked = ticks.lines().stream()
                .filter(line -> marks.get(line) == Mark.YES)
                .toList();
        boolean open = ticks.lines().stream().anyMatch(line -> marks.get(line) == Mark.OPEN);
        boolean passed = visit.course().slots(ticks).stream()
                .anyMatch(slot -> visit.form().passed(visit.form().place(slot)));
        if (ticked.isEmpty() && open && !passed) {
            return Stream.of();
        }
        String said =
                ticked.stream().map(line -> line.text().in(visit.language())).collect(Collectors.joining("\n"));
        String answer = ticked.isEmpty() && !open ? ticks.none().text().in(visit.language()) : said;
        return Stream.of(new Row(
                ticks.text().in(visit.language()),
                answer,
                open ? said.isEmpty() ? Row.UNSURE : "unsure.others" : "",
                Row.address(visit, page, ticks.id(), QUERY)));
    }

    private static Stream<Row> cards(Visit visit, Page page, Item.Cards cards) {
        var card = cards.chosen(visit.answers());
        Stream<Row> others = places(
                visit,
                cards.questions().stream()
                        .filter(question -> card.isEmpty() || !card.get().sets(question))
                        .toList());
        Optional<Row> chosen = card.map(each -> new Row(
                cards.text().in(visit.language()),
                each.text().in(visit.language()),
                "",
                Row.address(visit, page, cards.id(), QUERY)));
        return Stream.concat(chosen.stream(), others);
    }

    private static Stream<EntryRows> entries(Visit visit, Page page) {
        return page.items().stream()
                .flatMap(item ->
                        item instanceof Item.Entries entries ? EntryRows.of(visit, entries, QUERY) : Stream.of());
    }

    private static Denied denied(Visit visit, Recap recap) {
        var question = recap.setting().question();
        Group group = visit.questionnaire().group(question.group()).orElseThrow();
        Slot slot = group.repeats() ? Slot.of(group) : new Slot(group, 0, question);
        return new Denied(recap.text().in(visit.language()), Row.change(visit, slot, QUERY));
    }
}
