package dev.stipple.web.intake;

import dev.stipple.answers.Asked;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.interview.Item;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.web.Quoted;
import dev.stipple.web.intake.form.Control;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.Visit;
import java.util.List;
import java.util.Optional;

/**
 * An answer as it is shown again.
 *
 * @param answer empty where the person passed the question over
 * @param unticked the lines of a list of which none was ticked
 * @param passed key of the message for what that says; beside an answer where some of it is open; empty where none is
 * @param change address of the page on which it can be changed
 */
record Row(String question, String answer, List<String> unticked, String passed, String change) {
    static final String UNSURE = "unsure.said";
    private static final String NO_WORDS = "words.none.said";

    Row(String question, String answer, String passed, String change) {
        this(question, answer, List.of(), passed, change);
    }

    /** The row of a place; none where it has no answer, or is not asked. */
    static Optional<Row> of(Visit visit, FormPlace place, String query) {
        if (visit.asked(place) == Asked.NO) {
            return Optional.empty();
        }
        int entry = visit.form().index(place).orElse(0);
        return place.question() == null
                ? of(visit, Slot.of(place.group()), place, query)
                : place.question()
                        .either(
                                closed -> of(visit, new Slot(place.group(), entry, closed), place, query),
                                text -> of(visit, new TextSlot(place.group(), entry, text), place, query));
    }

    private static Optional<Row> of(Visit visit, Slot slot, FormPlace place, String query) {
        boolean known = visit.answers().isTold(slot);
        String answer = known ? AnswerWords.answer(visit.answers(), slot, visit.language()) : "";
        return row(visit, place, AnswerWords.question(slot).in(visit.language()), answer, UNSURE, query);
    }

    private static Optional<Row> of(Visit visit, TextSlot slot, FormPlace place, String query) {
        String words = visit.answers().text(slot).orElse("");
        return row(visit, place, slot.question().text().in(visit.language()), words, NO_WORDS, query);
    }

    private static Optional<Row> row(
            Visit visit, FormPlace place, String question, String answer, String passed, String query) {
        return answer.isEmpty() && !visit.form().passed(place)
                ? Optional.empty()
                : Optional.of(new Row(question, answer, answer.isEmpty() ? passed : "", address(visit, place, query)));
    }

    /** What was asked and ticked in a slot of which something is told. */
    static Row quoted(Visit visit, Slot slot, String query) {
        var quoted = Quoted.of(visit.assessor().rulebook().interview(), visit.answers(), slot, visit.language());
        return new Row(quoted.question(), quoted.answer(), quoted.unticked(), "", change(visit, slot, query));
    }

    static String change(Visit visit, Slot slot, String query) {
        return address(visit, visit.form().place(slot), query);
    }

    /** The row of a place in an entry, with what the entry is. */
    static Optional<Row> captioned(Visit visit, FormPlace place, String query) {
        return of(visit, place, query)
                .map(row -> new Row(
                        PageView.caption(visit, place) + ": " + row.question(),
                        row.answer(),
                        row.passed(),
                        row.change()));
    }

    /** Where a control is. */
    static String address(Visit visit, Page page, String name, String query) {
        return visit.address(Steps.path(page)) + query + "#" + Control.anchor(name);
    }

    /** Where a place is on its page. */
    private static String address(Visit visit, FormPlace place, String query) {
        var interview = visit.assessor().rulebook().interview();
        Question question = place.question();
        Page page = question == null ? interview.pageOf(place.group()) : interview.pageOf(question);
        String name = page.items().stream()
                .filter(item -> question == null ? item.asks(place.group()) : item.asks(question))
                .findFirst()
                .map(item -> item instanceof Item.Ticks ticks
                        ? ticks.id()
                        : item instanceof Item.Cards cards ? cards.id() : place.name())
                .orElseGet(place::name);
        return address(visit, page, name, query);
    }
}
