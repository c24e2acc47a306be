package dev.stipple.web.intake;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.interview.Item;
import dev.stipple.interview.Line;
import dev.stipple.interview.Mark;
import dev.stipple.interview.Marking;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Visit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was answered, section by section, and what was not asked.
 *
 * @param open how many questions could still change the verdict
 * @param unsure how many answers are "not sure"
 * @param denied what weighs most among what the person denied
 * @param afterwards address of what can be prepared; null where nothing can
 * @param notAsked the questions that were not asked, each with the reason
 */
record CheckPage(
        List<Part> parts,
        int open,
        int unsure,
        List<NotAsked> notAsked,
        List<String> denied,
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

    /**
     * A question that was not asked.
     *
     * @param because the question whose answer left it out; empty where the verdict was certain without it, or the person
     *     stopped before it
     */
    record NotAsked(String question, String because) {}

    static CheckPage of(Visit visit) {
        var interview = visit.assessor().rulebook().interview();
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
                (int) visit.answers().slots().stream()
                        .filter(slot -> visit.answers().isUnknown(slot)
                                && visit.form().passed(visit.form().place(slot)))
                        .count(),
                notAsked(visit),
                interview.denied(visit.answers()).stream()
                        .map(line -> line.text().in(visit.language()))
                        .toList(),
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

    /** Every question outside of entries that was not asked; those of entries hang on what was said of the entry. */
    private static List<NotAsked> notAsked(Visit visit) {
        return visit.questionnaire().groups().stream()
                .filter(group -> !group.repeats())
                .flatMap(group -> group.questions().stream())
                .filter(question -> visit.assessor().rulebook().interview().isWalked(question))
                .map(question -> new FormPlace(
                        visit.questionnaire().group(question.group()).orElseThrow(), 0, question))
                .filter(place -> visit.form().value(place).isMissingNode())
                .map(place -> notAsked(visit, place))
                .toList();
    }

    private static NotAsked notAsked(Visit visit, FormPlace place) {
        Question question = Objects.requireNonNull(place.question());
        Optional<Slot> because = question.either(
                closed -> visit.answers().because(new Slot(place.group(), 0, closed)),
                text -> visit.answers().because(new TextSlot(place.group(), 0, text)));
        return new NotAsked(
                question.text().in(visit.language()),
                because.map(slot -> AnswerWords.question(slot).in(visit.language()))
                        .orElse(""));
    }
}
