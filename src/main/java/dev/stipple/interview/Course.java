package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is asked of one person, and what is left out.
 *
 * @param passed the slots of which the person said that they are not sure
 * @param silent the slots for words in which the person has nothing to say
 * @param certain whether nothing that is still open can change the verdict: then only what is safety-critical is asked
 */
public record Course(
        Interview interview, Answers answers, Predicate<Slot> passed, Predicate<TextSlot> silent, boolean certain) {
    /** The first page with something to ask; empty at the end. */
    public Optional<Page> next() {
        return interview.walked().stream().filter(this::isDue).findFirst();
    }

    /** Whether something on a page is still to be asked. */
    public boolean isDue(Page page) {
        return page.items().stream().anyMatch(this::isDue);
    }

    public boolean isDue(Item item) {
        return slots(item).stream().anyMatch(this::isDue)
                || texts(item).stream().anyMatch(this::isDue);
    }

    private boolean isDue(Slot slot) {
        return answers.isUnknown(slot) && answers.asked(slot) == Asked.YES && !passed.test(slot) && !isSpared(slot);
    }

    /** What somebody has to say is always asked for: no rule decides on it, but a person does. */
    private boolean isDue(TextSlot slot) {
        return answers.asked(slot) == Asked.YES && answers.text(slot).isEmpty() && !silent.test(slot) && !isEnded();
    }

    /** Whether the answers end the interview, as those of somebody too young do: nothing more is asked, of health neither. */
    private boolean isEnded() {
        return certain && interview.ends().stream().anyMatch(answers::meets);
    }

    /** Whether an open slot is left out because the verdict is certain without it. */
    public boolean isSpared(Slot slot) {
        return certain
                && (!slot.isSafetyCritical() || isEnded())
                && answers.isUnknown(slot)
                && !passed.test(slot)
                && isWalked(slot);
    }

    /** What is offered afterwards is not left out, as nothing waits for it. */
    private boolean isWalked(Slot slot) {
        return slot.question() == null || interview.isWalked(slot.question());
    }

    /** Whether an item is to be seen, or part of it. */
    public boolean isShown(Item item) {
        if (item instanceof Item.Ask ask && isSetByCard(ask)) {
            return false;
        }
        return slots(item).stream().anyMatch(slot -> answers.asked(slot) == Asked.YES && !isSpared(slot))
                || (!isEnded() && texts(item).stream().anyMatch(slot -> answers.asked(slot) == Asked.YES));
    }

    /** Cards answer some questions in passing; those that the chosen one leaves open are asked below them. */
    private boolean isSetByCard(Item.Ask ask) {
        Optional<Item.Cards> cards = interview.pageOf(ask.question()).items().stream()
                .flatMap(item -> item instanceof Item.Cards each ? Stream.of(each) : Stream.of())
                .filter(each -> each.asks(ask.question()))
                .findFirst();
        return cards.isPresent()
                && cards.get()
                        .chosen(answers)
                        .map(card -> card.sets(ask.question()))
                        .orElse(true);
    }

    /** The slots that an item fills, as far as the answers tell. */
    public List<Slot> slots(Item item) {
        if (item instanceof Item.Ask ask) {
            return Item.slots(answers, List.of(ask.question()));
        }
        if (item instanceof Item.Ticks ticks) {
            return List.copyOf(slots(ticks));
        }
        if (item instanceof Item.Cards cards) {
            return Item.slots(answers, cards.questions());
        }
        return item instanceof Item.Table table
                ? Item.slots(answers, table.rows())
                : Item.slots(answers, ((Item.Entries) item).questions());
    }

    private Set<Slot> slots(Item.Ticks ticks) {
        var slots = new LinkedHashSet<Slot>();
        for (Line line : ticks.lines()) {
            if (line.target() instanceof Line.Answer answer) {
                slots.addAll(Item.slots(answers, List.of(answer.setting().question())));
            } else if (line.target() instanceof Line.Entry entry) {
                slots.add(Slot.of(entry.group()));
            }
        }
        return slots;
    }

    /** The slots for words that an item fills. */
    public List<TextSlot> texts(Item item) {
        List<? extends Question> questions = item instanceof Item.Ask ask
                ? List.of(ask.question())
                : item instanceof Item.Entries entries ? entries.questions() : List.of();
        return answers.texts().stream()
                .filter(slot -> questions.contains(slot.question()))
                .toList();
    }

    /** The kind of an entry that a list tells is not asked once more. */
    public boolean isTold(Group group, Question question) {
        return interview.pageOf(group).lines().stream()
                .anyMatch(line -> line.target() instanceof Line.Entry entry
                        && entry.group().id().equals(group.id())
                        && entry.kind().stream()
                                .anyMatch(setting -> setting.question().path().equals(question.path())));
    }
}
