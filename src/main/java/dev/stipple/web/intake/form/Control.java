package dev.stipple.web.intake.form;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.interview.Course;
import dev.stipple.interview.Item;
import dev.stipple.interview.Page;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Something on a page that takes an answer. */
public sealed interface Control {
    /** A question, which may be about an entry. */
    record OfQuestion(FormPlace place, Question question) implements Control {
        @Override
        public String name() {
            return place.name();
        }
    }

    /** A list in which lines are ticked. */
    record OfTicks(Item.Ticks ticks) implements Control {
        @Override
        public String name() {
            return ticks.id();
        }
    }

    /** Lines of which one is chosen. */
    record OfCards(Item.Cards cards) implements Control {
        @Override
        public String name() {
            return cards.id();
        }
    }

    /** What it is called in what a browser sends. */
    String name();

    /** Its name where only letters, digits and hyphens are. */
    default String anchor() {
        return anchor(name());
    }

    /** A name where only letters, digits and hyphens are. */
    static String anchor(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]", "-");
    }

    /**
     * Every control of an item that is asked, or would be after another answer on the same page.
     *
     * @param course of the answers in the form
     */
    static List<Control> of(Course course, Form form, Page page, Item item) {
        if (item instanceof Item.Ticks ticks) {
            return List.of(new OfTicks(ticks));
        }
        if (item instanceof Item.Cards cards) {
            return course.isShown(item) ? List.of(new OfCards(cards)) : List.of();
        }
        List<? extends Question> questions = item instanceof Item.Ask ask
                ? List.of(ask.question())
                : item instanceof Item.Table table ? table.rows() : ((Item.Entries) item).questions();
        var controls = new ArrayList<Control>();
        if (item instanceof Item.Entries entries) {
            form.entries(entries.group())
                    .forEach(entry -> questions.forEach(question ->
                            add(controls, course, form, page, new FormPlace(entries.group(), entry, question))));
        } else {
            questions.forEach(question -> places(course.answers(), form, question)
                    .forEach(place -> add(controls, course, form, page, place)));
        }
        return controls;
    }

    private static List<FormPlace> places(Answers answers, Form form, Question question) {
        Group group = answers.questionnaire().group(question.group()).orElseThrow();
        return group.repeats()
                ? form.entries(group).stream()
                        .map(entry -> new FormPlace(group, entry, question))
                        .toList()
                : List.of(new FormPlace(group, 0, question));
    }

    private static void add(List<Control> controls, Course course, Form form, Page page, FormPlace place) {
        Question question = Objects.requireNonNull(place.question());
        boolean told = place.entry() > 0
                && course.isTold(place.group(), question)
                && !form.value(place).isMissingNode();
        if (!told && !isSpared(course, form, place) && mayBeAsked(course, form, page, place)) {
            controls.add(new OfQuestion(place, question));
        }
    }

    private static boolean isSpared(Course course, Form form, FormPlace place) {
        return place.question() instanceof Question.Closed closed
                && course.isSpared(new Slot(place.group(), form.index(place).orElse(0), closed));
    }

    private static boolean mayBeAsked(Course course, Form form, Page page, FormPlace place) {
        if (asked(course, form, place) == Asked.YES) {
            return true;
        }
        List<Requirement> here = when(course, form, page, place);
        return !here.isEmpty()
                && Objects.requireNonNull(place.question()).askedWhen().stream()
                        .filter(each -> !here.contains(each))
                        .allMatch(each -> isMet(course, form, place, each));
    }

    /** Whether a place is asked; not where its entry is not there any more. */
    static Asked asked(Course course, Form form, FormPlace place) {
        var index = form.index(place);
        Question question = Objects.requireNonNull(place.question());
        return index.isEmpty()
                ? Asked.NO
                : course.answers()
                        .asked(question, course.answers().entries(place.group()).get(index.getAsInt()));
    }

    private static boolean isMet(Course course, Form form, FormPlace place, Requirement requirement) {
        Question.Closed other = course.answers().questionnaire().required(requirement);
        Group group = course.answers().questionnaire().group(other.group()).orElseThrow();
        int entry = group.repeats() ? form.index(place).orElse(0) : 0;
        return course.answers()
                .value(new Slot(group, entry, other))
                .filter(requirement::accepts)
                .isPresent();
    }

    /** What a question hangs on and can be answered on the same page; a kind that a list told is known for good. */
    static List<Requirement> when(Course course, Form form, Page page, FormPlace place) {
        return Objects.requireNonNull(place.question()).askedWhen().stream()
                .filter(requirement -> page.items().stream()
                        .anyMatch(item ->
                                item.asks(course.answers().questionnaire().required(requirement))))
                .filter(requirement -> !isTold(course, form, place, requirement))
                .toList();
    }

    private static boolean isTold(Course course, Form form, FormPlace place, Requirement requirement) {
        Question.Closed other = course.answers().questionnaire().required(requirement);
        return place.entry() > 0
                && course.isTold(place.group(), other)
                && !form.value(new FormPlace(place.group(), place.entry(), other))
                        .isMissingNode();
    }

    /** Whether a control is to be seen as the answers are, without a further one. */
    static boolean isSeen(Course course, Form form, Page page, Control control) {
        if (!(control instanceof OfQuestion of)) {
            return true;
        }
        return asked(course, form, of.place()) == Asked.YES
                && page.items().stream()
                        .filter(item -> item instanceof Item.Ask ask
                                && ask.question().path().equals(of.question().path()))
                        .allMatch(course::isShown);
    }
}
