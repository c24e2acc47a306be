package dev.stipple.answers;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.questionnaire.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one person has answered so far. A question without a value is unknown, or not asked; a repeating group without
 * entries is answered ("none") where it is present and unknown where it is absent.
 */
public final class Answers {
    private static final List<Entry> BLANK = List.of(Entry.EMPTY);

    private final Questionnaire questionnaire;
    private final Map<String, List<Entry>> groups;
    private final Set<String> unsure;

    private Answers(Questionnaire questionnaire, Map<String, List<Entry>> groups, Set<String> unsure) {
        this.questionnaire = questionnaire;
        this.groups = Map.copyOf(groups);
        this.unsure = Set.copyOf(unsure);
    }

    /** Nothing is answered. */
    public static Answers none(Questionnaire questionnaire) {
        return new Answers(questionnaire, Map.of(), Set.of());
    }

    /**
     * Answers of some groups, by id; of a group that does not repeat, exactly one entry.
     *
     * @param unsure the repeating groups of which somebody is not sure whether they have entries
     */
    static Answers of(Questionnaire questionnaire, Map<String, List<Entry>> groups, Set<String> unsure) {
        return new Answers(questionnaire, groups, unsure);
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /** The entries of a group; exactly one, perhaps empty, where the group does not repeat. */
    public List<Entry> entries(Group group) {
        return groups.getOrDefault(group.id(), group.repeats() ? List.of() : BLANK);
    }

    /** Whether it is known which entries a repeating group has; always so where a group does not repeat. */
    public boolean answered(Group group) {
        return !group.repeats() || groups.containsKey(group.id());
    }

    /** The words in a slot for them. */
    public Optional<String> text(TextSlot slot) {
        return entries(slot.group()).get(slot.entry()).text(slot.question());
    }

    /** The value in a slot that names a question. */
    public Optional<Value> value(Slot slot) {
        return entry(slot).value(Objects.requireNonNull(slot.question()));
    }

    /** The options that are chosen in a slot where it is not known whether others are too; none elsewhere. */
    public List<Option> chosen(Slot slot) {
        return slot.question() == null ? List.of() : entry(slot).chosen(slot.question());
    }

    /** Whether something is known of what a slot asks, though perhaps not all. */
    public boolean isTold(Slot slot) {
        return slot.question() == null
                ? answered(slot.group())
                : value(slot).isPresent() || !chosen(slot).isEmpty();
    }

    /** Whether of some question a part of the answer is known. */
    public boolean isPartlyKnown() {
        return groups.values().stream().flatMap(List::stream).anyMatch(Entry::isPartlyKnown);
    }

    /** Whether somebody said that they are not sure of what a slot asks, or of a part of it. */
    public boolean isUnsure(Slot slot) {
        Question.Closed question = slot.question();
        return question == null
                ? unsure.contains(slot.group().id())
                : asked(slot) != Asked.NO && entry(slot).isUnsure(question);
    }

    /** The answered question because of whose answer another one is not asked; empty where that is asked, or may be. */
    public Optional<Slot> because(Slot slot) {
        Question.Closed question = slot.question();
        return question == null ? Optional.empty() : because(question, slot.group(), slot.entry());
    }

    public Optional<Slot> because(TextSlot slot) {
        return because(slot.question(), slot.group(), slot.entry());
    }

    private Optional<Slot> because(Question question, Group group, int entry) {
        return question.askedWhen().stream()
                .filter(requirement ->
                        asked(requirement, question, entries(group).get(entry)) == Asked.NO)
                .map(requirement -> home(questionnaire.required(requirement), group, entry))
                .flatMap(other -> (isTold(other) ? Optional.of(other) : because(other)).stream())
                .findFirst();
    }

    private Slot home(Question.Closed other, Group group, int entry) {
        return other.group().equals(group.id())
                ? new Slot(group, entry, other)
                : new Slot(questionnaire.group(other.group()).orElseThrow(), 0, other);
    }

    private Entry entry(Slot slot) {
        return entries(slot.group()).get(slot.entry());
    }

    /** Whether what a slot stands for is asked; always so of a whole group. */
    public Asked asked(Slot slot) {
        Question question = slot.question();
        return question == null ? Asked.YES : asked(question, entry(slot));
    }

    public Asked asked(TextSlot slot) {
        return asked(slot.question(), entries(slot.group()).get(slot.entry()));
    }

    /** Whether a question is asked of this entry of its group. */
    public Asked asked(Question question, Entry entry) {
        var asked = Asked.YES;
        for (Requirement requirement : question.askedWhen()) {
            Asked part = asked(requirement, question, entry);
            if (part == Asked.NO) {
                return Asked.NO;
            }
            asked = part == Asked.OPEN ? Asked.OPEN : asked;
        }
        return asked;
    }

    /** Whether the question that a requirement names, of a group that does not repeat, is answered as it wants. */
    public boolean meets(Requirement requirement) {
        Question.Closed question = questionnaire.required(requirement);
        return entries(questionnaire.group(question.group()).orElseThrow())
                .get(0)
                .value(question)
                .filter(requirement::accepts)
                .isPresent();
    }

    private Asked asked(Requirement requirement, Question question, Entry entry) {
        Question.Closed other = questionnaire.required(requirement);
        Entry home = other.group().equals(question.group())
                ? entry
                : entries(questionnaire.group(other.group()).orElseThrow()).get(0);
        Optional<Boolean> accepted =
                home.value(other).map(requirement::accepts).or(() -> requirement.acceptsAny(home.chosen(other)));
        if (accepted.isPresent()) {
            return accepted.get() ? Asked.YES : Asked.NO;
        }
        return asked(other, home) == Asked.NO ? Asked.NO : Asked.OPEN;
    }

    /**
     * Every slot there is for these answers that can be decided upon, in the order of the questionnaire: answered, unknown or
     * not asked.
     */
    public List<Slot> slots() {
        var slots = new ArrayList<Slot>();
        for (Group group : questionnaire.groups()) {
            if (group.repeats()) {
                slots.add(Slot.of(group));
            }
            for (int entry = 0; entry < entries(group).size(); entry++) {
                for (Question question : group.questions()) {
                    if (question instanceof Question.Closed closed) {
                        slots.add(new Slot(group, entry, closed));
                    }
                }
            }
        }
        return slots;
    }

    /** Every slot for free words, in the order of the questionnaire. */
    public List<TextSlot> texts() {
        return questionnaire.groups().stream()
                .flatMap(group -> IntStream.range(0, entries(group).size())
                        .boxed()
                        .flatMap(entry -> group.texts().stream().map(text -> new TextSlot(group, entry, text))))
                .toList();
    }

    /** The slots that are still unknown and that are asked, or may be, in the order of the questionnaire. */
    public List<Slot> unanswered() {
        var unanswered = new ArrayList<Slot>();
        for (Group group : questionnaire.groups()) {
            if (!answered(group)) {
                unanswered.add(Slot.of(group));
            }
            List<Entry> entries = entries(group);
            for (int entry = 0; entry < entries.size(); entry++) {
                for (Question question : group.questions()) {
                    if (question instanceof Question.Closed closed && isUnknown(closed, entries.get(entry))) {
                        unanswered.add(new Slot(group, entry, closed));
                    }
                }
            }
        }
        return unanswered;
    }

    /** Whether a slot has no value although its question is asked, or may be. */
    public boolean isUnknown(Slot slot) {
        Question.Closed question = slot.question();
        return question == null ? !answered(slot.group()) : isUnknown(question, entry(slot));
    }

    private boolean isUnknown(Question.Closed question, Entry entry) {
        return entry.value(question).isEmpty() && asked(question, entry) != Asked.NO;
    }

    /** The same answers with one value put in, or taken out where it is null. */
    public Answers with(Slot slot, @Nullable Value value) {
        Question.Closed question = Objects.requireNonNull(slot.question());
        return with(slot.group(), slot.entry(), entry -> entry.with(question, value));
    }

    /**
     * The same answers with somebody not sure of a slot.
     *
     * @param chosen the options that are chosen nevertheless; none where the question takes one answer
     */
    public Answers unsure(Slot slot, List<Option> chosen) {
        Question.Closed question = slot.question();
        if (question != null) {
            return with(slot.group(), slot.entry(), entry -> entry.unsure(question, chosen));
        }
        var groupsInDoubt = new HashSet<>(unsure);
        groupsInDoubt.add(slot.group().id());
        return new Answers(questionnaire, without(slot.group()).groups, groupsInDoubt);
    }

    /** The same answers with words put in, or taken out where they are null. */
    public Answers with(TextSlot slot, @Nullable String text) {
        return with(slot.group(), slot.entry(), entry -> entry.with(slot.question(), text));
    }

    private Answers with(Group group, int index, UnaryOperator<Entry> change) {
        var entries = new ArrayList<>(entries(group));
        entries.set(index, change.apply(entries.get(index)));
        return with(group, entries);
    }

    /** The same answers with all entries of one group replaced. */
    public Answers with(Group group, List<Entry> entries) {
        if (!group.repeats() && entries.size() != 1) {
            throw new IllegalArgumentException(group.id() + " has exactly one entry");
        }
        var changed = new HashMap<>(groups);
        changed.put(group.id(), List.copyOf(entries));
        return new Answers(questionnaire, changed, sureOf(group));
    }

    /** The same answers as if a repeating group had never been answered. */
    public Answers without(Group group) {
        var changed = new HashMap<>(groups);
        changed.remove(group.id());
        return new Answers(questionnaire, changed, sureOf(group));
    }

    private Set<String> sureOf(Group group) {
        var others = new HashSet<>(unsure);
        others.remove(group.id());
        return others;
    }

    /** The same answers without those whose question is not asked. */
    public Answers applicable() {
        return slots().stream()
                .filter(slot -> slot.question() != null && isTold(slot))
                .filter(slot -> asked(slot) == Asked.NO)
                .findFirst()
                .map(slot -> with(slot, null).applicable())
                .orElseGet(this::withApplicableTexts);
    }

    /** On words nothing hangs, so that one look at each is enough. */
    private Answers withApplicableTexts() {
        Answers applicable = this;
        for (TextSlot slot : texts()) {
            if (text(slot).isPresent() && asked(slot) == Asked.NO) {
                applicable = applicable.with(slot, null);
            }
        }
        return applicable;
    }

    /**
     * The answers as JSON has them: a map or, where a group repeats, a list of maps a group; what nothing was said of is left
     * out.
     */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        for (Group group : questionnaire.groups()) {
            var entries =
                    entries(group).stream().map(entry -> json(group, entry)).toList();
            if (group.repeats() && answered(group)) {
                json.put(group.id(), entries);
            } else if (unsure.contains(group.id())) {
                json.put(group.id(), AnswersReader.NOT_SURE);
            } else if (!group.repeats() && !entries.get(0).isEmpty()) {
                json.put(group.id(), entries.get(0));
            }
        }
        return json;
    }

    /** The answer in a slot that names a question as JSON has it; empty where it is unknown. */
    public Optional<Object> json(Slot slot) {
        return entry(slot).json(Objects.requireNonNull(slot.question()));
    }

    private static Map<String, Object> json(Group group, Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        group.questions().forEach(question -> entry.json(question).ifPresent(value -> json.put(question.id(), value)));
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers
                && unsure.equals(answers.unsure)
                && questionnaire.groups().stream()
                        .allMatch(group -> entries(group).equals(answers.entries(group))
                                && answered(group) == answers.answered(group));
    }

    @Override
    public int hashCode() {
        return questionnaire.groups().stream().map(this::entries).toList().hashCode();
    }

    /** Never the answers themselves, so that none ends in a log. */
    @Override
    public String toString() {
        return "Answers of " + groups.size() + " groups";
    }
}
