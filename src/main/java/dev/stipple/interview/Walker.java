package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.questionnaire.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Leads a person whose answers are known through the interview, and counts. */
public final class Walker {
    private static final int MOST_PAGES = 200;

    private final Interview interview;
    private final Answers person;
    private final Predicate<Answers> certain;
    private final Set<Slot> passed = new HashSet<>();
    private final Set<TextSlot> silent = new HashSet<>();
    /** Which of the person's entries were told, by group, in the order in which they were. */
    private final Map<Group, List<Integer>> entries = new HashMap<>();

    private final List<String> pages = new ArrayList<>();
    private Answers told;
    private int taps = 1;

    private Walker(Interview interview, Answers person, Predicate<Answers> certain) {
        this.interview = interview;
        this.person = person;
        this.certain = certain;
        this.told = Answers.none(person.questionnaire());
    }

    /**
     * Leads a person through.
     *
     * @param person what they know; of anything else they are not sure
     * @param certain whether the verdict is certain with answers so far
     */
    public static Walk walk(Interview interview, Answers person, Predicate<Answers> certain) {
        return new Walker(interview, person, certain).walk();
    }

    private Walk walk() {
        boolean sure = certain.test(told);
        Optional<Page> next = course(sure).next();
        int sections = 0;
        String section = "";
        while (next.isPresent()) {
            if (pages.size() > MOST_PAGES) {
                throw new IllegalStateException("the interview does not end: " + pages);
            }
            String own = interview.sectionOf(next.get()).orElseThrow().id();
            sections += own.equals(section) ? 0 : 1;
            section = own;
            answer(next.get(), sure);
            sure = certain.test(told);
            next = course(sure).next();
        }
        return new Walk(List.copyOf(pages), taps, sections, told, List.copyOf(passed));
    }

    private Course course(boolean sure) {
        return new Course(interview, told, passed::contains, silent::contains, sure);
    }

    private void answer(Page page, boolean sure) {
        pages.add(page.id());
        Map<Group, Integer> shown = new HashMap<>();
        person.questionnaire().groups().stream()
                .filter(Group::repeats)
                .forEach(group -> shown.put(group, told.entries(group).size()));
        Map<Line, Mark> marks = new Marking(page).marks(person);
        boolean turning = turns(page, sure);
        for (Item item : page.items()) {
            if (item instanceof Item.Ticks ticks) {
                tick(page, ticks, marks);
            } else if (item instanceof Item.Entries each) {
                tell(each, shown.getOrDefault(each.group(), 0), sure);
            } else if (course(sure).isShown(item)) {
                answer(item, sure);
            }
        }
        taps += turning ? 0 : 1;
    }

    private boolean turns(Page page, boolean sure) {
        List<Item> shown = page.items().stream().filter(course(sure)::isShown).toList();
        return !shown.isEmpty()
                && shown.stream().allMatch(item -> isSingle(item, true))
                && isSingle(shown.get(shown.size() - 1), false);
    }

    private static boolean isSingle(Item item, boolean orNumber) {
        return item instanceof Item.Ask ask
                ? ask.question().match(any -> orNumber, any -> true, any -> true, any -> false, any -> false)
                : item instanceof Item.Cards || item instanceof Item.Table;
    }

    private void tick(Page page, Item.Ticks ticks, Map<Line, Mark> marks) {
        var marking = new Marking(page);
        told = marking.put(told, marks);
        long ticked = ticks.lines().stream()
                .filter(line -> marks.get(line) == Mark.YES)
                .count();
        boolean open = ticks.lines().stream().anyMatch(line -> marks.get(line) == Mark.OPEN);
        taps += (int) ticked + (ticked == 0 || open ? 1 : 0);
        for (Line line : ticks.lines()) {
            if (line.target() instanceof Line.Entry entry) {
                told(entry.group(), entry);
            }
        }
        pass(course(false).slots(ticks));
    }

    /** Notes that the lists told of the first entry of a line. */
    private void told(Group group, Line.Entry line) {
        List<Integer> known = entries.computeIfAbsent(group, each -> new ArrayList<>());
        List<Entry> own = person.entries(group);
        IntStream.range(0, own.size())
                .filter(entry -> line.of(own.get(entry)) == Mark.YES)
                .boxed()
                .findFirst()
                .filter(entry -> !known.contains(entry))
                .ifPresent(known::add);
    }

    private void pass(List<Slot> slots) {
        slots.stream().filter(told::isUnknown).forEach(passed::add);
    }

    private void answer(Item item, boolean sure) {
        if (item instanceof Item.Cards cards) {
            boolean folded = cards.rows().stream()
                    .filter(Item.Row::folded)
                    .anyMatch(row -> row.cards().stream().anyMatch(card -> card.holds(person)));
            taps += folded ? 2 : 1;
            var asked = course(sure).slots(item);
            asked.forEach(slot -> answer(slot, person.value(slot)));
        } else {
            course(sure).slots(item).stream()
                    .filter(slot ->
                            told.asked(slot) == Asked.YES && !course(sure).isSpared(slot))
                    .forEach(slot -> taps += answer(slot, value(slot)));
            course(sure).texts(item).stream()
                    .filter(slot -> told.asked(slot) == Asked.YES)
                    .forEach(slot -> taps += say(slot, person.text(slot)));
        }
    }

    private Optional<Value> value(Slot slot) {
        return entry(slot.group(), slot.entry()).flatMap(entry -> entry.value(Objects.requireNonNull(slot.question())));
    }

    private Optional<Entry> entry(Group group, int index) {
        if (!group.repeats()) {
            return Optional.of(person.entries(group).get(0));
        }
        List<Integer> known = entries.getOrDefault(group, List.of());
        return index < known.size() ? Optional.of(person.entries(group).get(known.get(index))) : Optional.empty();
    }

    private int answer(Slot slot, Optional<Value> value) {
        if (value.isEmpty()) {
            passed.add(slot);
            return 1;
        }
        told = told.with(slot, value.get()).applicable();
        return Math.max(
                1,
                value.get() instanceof Value.Choices choices ? choices.options().size() : 1);
    }

    private int say(TextSlot slot, Optional<String> words) {
        if (words.isEmpty()) {
            silent.add(slot);
            return 0;
        }
        told = told.with(slot, words.get());
        return 1;
    }

    /** Tells of the entries that are shown, and of more of them, each added by a button. */
    private void tell(Item.Entries item, int shown, boolean sure) {
        for (int entry = 0; entry < shown; entry++) {
            tellOne(item, entry, sure);
        }
        List<Integer> known = entries.computeIfAbsent(item.group(), each -> new ArrayList<>());
        int all = shown == 0 ? 0 : person.entries(item.group()).size();
        for (int more = 0; more < all; more++) {
            if (!known.contains(more)) {
                known.add(more);
                var longer = new ArrayList<>(told.entries(item.group()));
                longer.add(Entry.EMPTY);
                told = told.with(item.group(), longer);
                taps++;
                tellOne(item, longer.size() - 1, sure);
            }
        }
    }

    private void tellOne(Item.Entries item, int entry, boolean sure) {
        for (Question question : item.questions()) {
            taps += question.either(
                    closed -> tellOne(new Slot(item.group(), entry, closed), sure),
                    text -> tellOne(new TextSlot(item.group(), entry, text)));
        }
    }

    private int tellOne(Slot slot, boolean sure) {
        boolean due = told.asked(slot) == Asked.YES
                && told.isUnknown(slot)
                && !passed.contains(slot)
                && !course(sure).isSpared(slot);
        return due ? answer(slot, value(slot)) : 0;
    }

    private int tellOne(TextSlot slot) {
        boolean due = told.asked(slot) == Asked.YES && told.text(slot).isEmpty() && !silent.contains(slot);
        return due ? say(slot, entry(slot.group(), slot.entry()).flatMap(each -> each.text(slot.question()))) : 0;
    }
}
