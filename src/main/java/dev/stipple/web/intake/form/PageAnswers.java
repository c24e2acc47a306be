package dev.stipple.web.intake.form;

import dev.stipple.answers.Answers;
import dev.stipple.interview.Card;
import dev.stipple.interview.Course;
import dev.stipple.interview.Item;
import dev.stipple.interview.Line;
import dev.stipple.interview.Mark;
import dev.stipple.interview.Marking;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Puts into a form what was sent from a page, item by item, so that each is judged by the answers above it. */
public final class PageAnswers {
    /** The field that names the controls that the person saw. */
    public static final String SHOWN = "shown";

    /** The button that says of everything open on a page that the person cannot answer it. */
    public static final String UNSURE = "unsure";

    /** The line that says that no other line of a list applies. */
    public static final String NONE = "NONE";

    private final Visit visit;
    private final Page page;
    private final MultiValueMap<String, String> posted;
    private final Map<String, FieldFault> faults = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private Form form;

    private PageAnswers(Visit visit, Page page, MultiValueMap<String, String> posted, Form form) {
        this.visit = visit;
        this.page = page;
        this.posted = posted;
        this.form = form;
    }

    /**
     * A form with what was sent.
     *
     * @param faults by the name of the control, what cannot be taken; the form stays as it was there
     * @param unread whether something was sent besides that no control of the page takes, or takes any more
     */
    public record Result(Form form, Map<String, FieldFault> faults, boolean unread) {
        /** Of a page from which nothing was sent. */
        public static Result untouched(Form form) {
            return new Result(form, Map.of(), false);
        }

        /** Whether all that was sent was taken. */
        public boolean isWhole() {
            return !unread && faults.isEmpty();
        }

        /** The same of a page that is still being filled in, where an answer may be missing. */
        public Result soFar(MultiValueMap<String, String> posted) {
            var filled = new LinkedHashMap<>(faults);
            filled.keySet().removeIf(control -> filled(posted, control).isEmpty());
            return new Result(form, filled, unread);
        }
    }

    /**
     * Reads what was sent.
     *
     * @param form as it is now, which another tab may have changed
     */
    public static Result read(Visit visit, Page page, MultiValueMap<String, String> posted, Form form) {
        var answers = new PageAnswers(visit, page, posted, form);
        answers.know();
        page.items().forEach(answers::read);
        answers.know();
        return new Result(answers.form, answers.faults, answers.isUnread());
    }

    /** Notes what the page asks, or would ask after another answer, as the form is now. */
    private void know() {
        page.items()
                .forEach(item -> Control.of(course(), form, page, item).stream()
                        .map(Control::name)
                        .forEach(known::add));
    }

    private boolean isUnread() {
        List<String> shown = posted.getOrDefault(SHOWN, List.of());
        return !known.containsAll(shown)
                || posted.entrySet().stream()
                        .filter(field -> !isAround(field.getKey())
                                && field.getValue().stream().anyMatch(value -> !value.isBlank()))
                        .anyMatch(field -> !shown.contains(field.getKey()));
    }

    /** Whether a field is no control's. */
    private static boolean isAround(String field) {
        return field.equals(SHOWN) || field.equals(UNSURE) || FormBodies.OF_ADDRESSES.contains(field);
    }

    private void read(Item item) {
        for (Control control : Control.of(course(), form, page, item)) {
            boolean shown = posted.getOrDefault(SHOWN, List.of()).contains(control.name());
            if (shown && Control.isSeen(course(), form, page, control)) {
                read(control);
            }
        }
    }

    private Course course() {
        return visit.course(form);
    }

    private Answers answers() {
        return form.answers(visit.questionnaire());
    }

    private void read(Control control) {
        List<String> given = given(control.name());
        FieldFault fault = control instanceof Control.OfTicks ticks
                ? ticks(ticks.ticks(), given)
                : control instanceof Control.OfCards cards
                        ? cards(cards.cards(), given)
                        : question((Control.OfQuestion) control, given);
        if (fault != null) {
            faults.put(control.name(), fault);
        }
    }

    private static boolean isUnsure(List<String> given) {
        return given.contains(Form.NOT_SURE.asString());
    }

    private @Nullable FieldFault question(Control.OfQuestion control, List<String> given) {
        boolean silent = control.question() instanceof Question.Text && given.isEmpty();
        boolean others = control.question() instanceof Question.Choices;
        if (isUnsure(given) && given.size() > 1 && !others) {
            return FieldFault.of("fault.unsure");
        }
        if (given.equals(List.of(Form.NOT_SURE.asString())) || silent) {
            form = form.with(control.place(), Form.NOT_SURE);
            return null;
        }
        Posted read = Posted.read(control.question(), given);
        JsonNode value = read.value();
        if (value == null) {
            return read.fault();
        }
        form = form.with(control.place(), value);
        return null;
    }

    private @Nullable FieldFault ticks(Item.Ticks ticks, List<String> given) {
        FieldFault fault = fault(ticks, given);
        if (fault != null) {
            return fault;
        }
        var marking = new Marking(page);
        Map<Line, Mark> marks = marks(marking);
        if (marking.clash(marks).stream().anyMatch(ticks.lines()::contains)) {
            return FieldFault.of("fault.clash");
        }
        form = form.with(marking.edits(answers(), marks));
        if (isUnsure(given)) {
            ticks.lines().forEach(this::pass);
        }
        return null;
    }

    private static @Nullable FieldFault fault(Item.Ticks ticks, List<String> given) {
        if (given.isEmpty()) {
            return FieldFault.of("fault.choices");
        }
        if (given.stream().anyMatch(code -> !isOf(ticks, code))) {
            return FieldFault.of("fault.other");
        }
        return given.contains(NONE) && given.size() > 1 ? FieldFault.of("fault.none") : null;
    }

    private static boolean isOf(Item.Ticks ticks, String code) {
        return code.equals(NONE)
                || code.equals(Form.NOT_SURE.asString())
                || ticks.lines().stream().anyMatch(line -> line.id().equals(code));
    }

    /** What all lists of the page say, as several of them may be about one group. */
    private Map<Line, Mark> marks(Marking marking) {
        var marks = new LinkedHashMap<>(marking.marks(answers()));
        for (Item item : page.items()) {
            if (item instanceof Item.Ticks ticks) {
                List<String> given = given(ticks.id());
                Mark others = isUnsure(given) ? Mark.OPEN : Mark.NO;
                if (fault(ticks, given) == null) {
                    ticks.lines().forEach(line -> marks.put(line, given.contains(line.id()) ? Mark.YES : others));
                }
            }
        }
        return marks;
    }

    private List<String> given(String name) {
        // A list as a parameter would be cut at the commas of free words.
        List<String> given = filled(posted, name);
        return given.isEmpty() && posted.containsKey(UNSURE) ? List.of(Form.NOT_SURE.asString()) : given;
    }

    private static List<String> filled(MultiValueMap<String, String> posted, String name) {
        return posted.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Remembers of what a line is about, where it stays unknown, that the person is not sure. */
    private void pass(Line line) {
        if (line.target() instanceof Line.Answer answer) {
            pass(answer.setting().question());
        } else if (line.target() instanceof Line.Entry entry) {
            Group group = entry.group();
            if (form.entries(group).isEmpty() && form.value(FormPlace.of(group)).isMissingNode()) {
                form = form.with(FormPlace.of(group), Form.NOT_SURE);
            }
            form.entries(group).stream()
                    .filter(key -> form.isBlank(group, key))
                    .forEach(key -> entry.kind()
                            .forEach(setting ->
                                    form = form.with(new FormPlace(group, key, setting.question()), Form.NOT_SURE)));
        }
    }

    private void pass(Question question) {
        var place = new FormPlace(visit.questionnaire().group(question.group()).orElseThrow(), 0, question);
        if (form.value(place).isMissingNode()) {
            form = form.with(place, Form.NOT_SURE);
        }
    }

    private @Nullable FieldFault cards(Item.Cards cards, List<String> given) {
        if (isUnsure(given)) {
            form = form.with(Marking.clear(cards));
            cards.questions().forEach(this::pass);
            return null;
        }
        Optional<Card> card = cards.cards().stream()
                .filter(each -> given.equals(List.of(each.id())))
                .findFirst();
        if (card.isEmpty()) {
            return FieldFault.of("fault.choice");
        }
        form = form.with(Marking.edits(answers(), cards, card.get()));
        return null;
    }
}
