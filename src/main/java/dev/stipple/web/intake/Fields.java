package dev.stipple.web.intake;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.summary.Why;
import dev.stipple.interview.Card;
import dev.stipple.interview.Item;
import dev.stipple.interview.Line;
import dev.stipple.interview.Mark;
import dev.stipple.interview.Marking;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Slot;
import dev.stipple.web.Pictures;
import dev.stipple.web.intake.Field.Choice;
import dev.stipple.web.intake.Field.Row;
import dev.stipple.web.intake.form.Control;
import dev.stipple.web.intake.form.FieldFault;
import dev.stipple.web.intake.form.Form;
import dev.stipple.web.intake.form.FormPlace;
import dev.stipple.web.intake.form.PageAnswers;
import dev.stipple.web.intake.form.Visit;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Makes the fields of a page. */
final class Fields {
    private final Visit visit;
    private final Page page;
    private final Pictures pictures;
    private final MultiValueMap<String, String> posted;
    private final Map<String, FieldFault> faults;
    private final Language language;

    Fields(
            Visit visit,
            Page page,
            Pictures pictures,
            MultiValueMap<String, String> posted,
            Map<String, FieldFault> faults) {
        this.visit = visit;
        this.page = page;
        this.pictures = pictures;
        this.posted = posted;
        this.faults = faults;
        this.language = visit.language();
    }

    Field field(Control control) {
        if (control instanceof Control.OfTicks ticks) {
            return ticks(control, ticks.ticks());
        }
        return control instanceof Control.OfCards cards
                ? cards(control, cards.cards())
                : question((Control.OfQuestion) control);
    }

    private Field ticks(Control control, Item.Ticks ticks) {
        Map<Line, Mark> marks = new Marking(page).marks(visit.answers());
        List<String> given = given(
                control,
                () -> ticks.lines().stream()
                        .filter(line -> marks.get(line) == Mark.YES)
                        .map(Line::id)
                        .toList());
        boolean denied = ticks.lines().stream().allMatch(line -> marks.get(line) == Mark.NO);
        var choices = new ArrayList<Choice>();
        ticks.lines()
                .forEach(line -> choices.add(new Choice(
                        line.id(),
                        line.text().in(language),
                        null,
                        sets(line),
                        0,
                        given.contains(line.id()),
                        false,
                        help(line.id()))));
        boolean none = faults.containsKey(control.name()) ? given.contains(PageAnswers.NONE) : denied;
        choices.add(new Choice(PageAnswers.NONE, ticks.none().text().in(language), null, "", 0, none, true, null));
        return field(
                control,
                ticks.text(),
                ticks.hint(),
                "many",
                List.of(new Row(null, false, choices)),
                isUnsure(control, isPassed(ticks, marks)),
                ticks.lines().size() > 1);
    }

    /** Whether the person is not sure about a line, which the form remembers of its question or its group. */
    private boolean isPassed(Item.Ticks ticks, Map<Line, Mark> marks) {
        return ticks.lines().stream().anyMatch(line -> marks.get(line) == Mark.OPEN)
                && visit.course().slots(ticks).stream()
                        .allMatch(slot -> !visit.answers().isUnknown(slot)
                                || visit.form().passed(visit.form().place(slot)));
    }

    private static String sets(Line line) {
        return line.target() instanceof Line.Answer ? line.id() : "";
    }

    private Field cards(Control control, Item.Cards cards) {
        Optional<Card> chosen = cards.chosen(visit.answers());
        List<String> given = given(control, () -> chosen.map(Card::id).stream().toList());
        var rows = cards.rows().stream()
                .map(row -> new Row(
                        in(row.title()),
                        row.folded(),
                        row.cards().stream()
                                .map(card -> new Choice(
                                        card.id(),
                                        card.text().in(language),
                                        pictures.named(card.picture()).orElse(null),
                                        card.id().replace(',', ' '),
                                        0,
                                        given.contains(card.id()),
                                        false,
                                        null))
                                .toList()))
                .toList();
        boolean passed = chosen.isEmpty()
                && visit.course().slots(cards).stream()
                        .anyMatch(slot -> visit.form().passed(visit.form().place(slot)));
        return field(control, cards.text(), cards.hint(), "one", rows, isUnsure(control, passed), false);
    }

    private Field field(
            Control control,
            Wording text,
            @Nullable Wording hint,
            String kind,
            List<Row> rows,
            boolean unsure,
            boolean others) {
        return new Field(
                control.name(),
                control.anchor(),
                null,
                text.in(language),
                in(hint),
                kind,
                rows,
                "",
                null,
                null,
                unsure,
                others,
                "",
                "",
                true,
                why(slots(control)),
                faults.get(control.name()));
    }

    private Field question(Control.OfQuestion control) {
        Question question = control.question();
        JsonNode value = visit.form().value(control.place());
        List<String> given = given(control, () -> codes(value));
        List<Choice> choices = choices(control, question, given);
        boolean drawn = choices.stream().anyMatch(choice -> choice.picture() != null);
        boolean entry = control.place().entry() > 0;
        return new Field(
                control.name(),
                control.anchor(),
                entry ? PageView.caption(visit, control.place()) : null,
                question.text().in(language),
                in(question.hint()),
                question.match(any -> "number", any -> "one", any -> "one", any -> "many", any -> "text"),
                choices.isEmpty() ? List.of() : List.of(new Row(null, false, choices)),
                choices.isEmpty()
                                && !given.isEmpty()
                                && !Form.NOT_SURE.asString().equals(given.get(0))
                        ? given.get(0)
                        : "",
                question instanceof Question.Number number
                        ? AnswerWords.unit(visit.questionnaire(), number.unit(), 0, language)
                        : null,
                drawn ? null : question.picture(),
                isUnsure(control, visit.form().passed(control.place())),
                question instanceof Question.Choices,
                when(control),
                isOnCards(question) ? question.path() : "",
                Control.isSeen(visit.course(), visit.form(), page, control),
                entry ? null : why(slots(control)),
                faults.get(control.name()));
    }

    /** What the answers can mean for whoever has not given them. */
    private String why(Collection<Slot> slots) {
        Answers open = visit.answers();
        for (Slot slot : slots) {
            open = slot.question() == null ? open.without(slot.group()) : open.with(slot, null);
        }
        return Why.of(visit.assessor().rulebook(), open, slots, language).text();
    }

    private Collection<Slot> slots(Control control) {
        if (control instanceof Control.OfTicks ticks) {
            return visit.course().slots(ticks.ticks());
        }
        if (control instanceof Control.OfCards cards) {
            return visit.course().slots(cards.cards());
        }
        FormPlace place = ((Control.OfQuestion) control).place();
        return Objects.requireNonNull(place.question())
                .either(closed -> List.of(new Slot(place.group(), 0, closed)), text -> List.of());
    }

    private boolean isOnCards(Question question) {
        return page.items().stream().anyMatch(item -> item instanceof Item.Cards cards && cards.asks(question));
    }

    /** As in {@code x.y=A|B;x.z!=C;x.n>8}, all of which have to hold. */
    private String when(Control.OfQuestion control) {
        String entry = control.place().entry() == 0 ? "" : "/" + control.place().entry();
        return Control.when(visit.course(), visit.form(), page, control.place()).stream()
                .map(each -> when(each, entry))
                .collect(Collectors.joining(";"));
    }

    private static String when(Requirement each, String entry) {
        return each.codes().isEmpty()
                ? each.question() + entry + ">" + each.min() + "|" + each.max()
                : each.question()
                        + entry
                        + (each.negated() ? "!=" : "=")
                        + String.join("|", each.codes().stream().sorted().toList());
    }

    private static List<String> codes(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).toList()
                : value.isMissingNode() || value.equals(Form.NOT_SURE) ? List.of() : List.of(value.asString());
    }

    /** What was sent and could not be taken, or else what the form says. */
    private List<String> given(Control control, Supplier<List<String>> kept) {
        return faults.containsKey(control.name()) ? posted.getOrDefault(control.name(), List.of()) : kept.get();
    }

    private boolean isUnsure(Control control, boolean kept) {
        return faults.containsKey(control.name())
                ? posted.getOrDefault(control.name(), List.of()).contains(Form.NOT_SURE.asString())
                : kept;
    }

    private @Nullable String in(@Nullable Wording wording) {
        return wording == null ? null : wording.in(language);
    }

    private List<Choice> choices(Control.OfQuestion control, Question question, List<String> given) {
        return question.match(
                number -> List.of(),
                yesNo -> Stream.of("true", "false")
                        .map(code -> choice(
                                control,
                                code,
                                visit.questionnaire()
                                        .yesOrNo(Boolean.parseBoolean(code))
                                        .in(language),
                                given))
                        .toList(),
                choice -> options(control, choice, given),
                choices -> options(control, choices, given),
                text -> List.of());
    }

    private static Choice choice(Control.OfQuestion control, String code, String text, List<String> given) {
        return new Choice(code, text, null, control.name() + "=" + code, 0, given.contains(code), false, null);
    }

    private List<Choice> options(Control.OfQuestion control, Question question, List<String> given) {
        boolean numbered = pictures.isNumbered(question);
        return question.options().stream()
                .map(option -> new Choice(
                        option.code(),
                        option.text().in(language),
                        pictures.of(question, option).orElse(null),
                        control.name() + "=" + option.code(),
                        numbered ? option.position() + 1 : 0,
                        given.contains(option.code()),
                        question instanceof Question.Choices && option.code().equals(Option.NONE),
                        help(question.path() + "=" + option.code())))
                .toList();
    }

    private Field.@Nullable Helping help(String answer) {
        return visit.assessor().rulebook().interview().help().stream()
                .filter(help -> help.isFor(answer))
                .findFirst()
                .map(help -> Field.Helping.of(help, language))
                .orElse(null);
    }
}
