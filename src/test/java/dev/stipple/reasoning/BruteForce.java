package dev.stipple.reasoning;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.answers.Entry;
import dev.stipple.assessment.Conclusion;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The oracle: tries every complete set of answers, in plain Java and without any cleverness. */
public record BruteForce(Rules rules) {

    /** Every value that a question takes. */
    public static List<Value> values(Question.Closed question) {
        return question.match(
                number -> IntStream.rangeClosed(number.min(), number.max())
                        .<Value>mapToObj(Value.Quantity::new)
                        .toList(),
                yesNo -> List.of(new Value.Flag(false), new Value.Flag(true)),
                choice ->
                        choice.options().stream().<Value>map(Value.Choice::new).toList(),
                choices -> IntStream.range(1, 1 << question.options().size())
                        .mapToObj(bits -> question.options().stream()
                                .filter(option -> (bits >> option.position() & 1) == 1)
                                .toList())
                        .filter(options -> options.size() == 1
                                || options.stream()
                                        .noneMatch(option -> option.code().equals(Option.NONE)))
                        .<Value>map(Value.Choices::new)
                        .toList());
    }

    /** Every way to complete these answers; entries keep their places. */
    public List<Answers> completions(Answers answers) {
        var complete = new ArrayList<Answers>();
        collect(answers, complete);
        complete.removeIf(each -> each.slots().stream()
                .anyMatch(slot -> slot.question() != null && each.isTold(slot) && asked(each, slot) != Asked.YES));
        return complete;
    }

    private static boolean says(Value value, List<Option> chosen) {
        return chosen.isEmpty() || ((Value.Choices) value).options().containsAll(chosen);
    }

    static Asked asked(Answers answers, Slot slot) {
        return answers.asked(
                Objects.requireNonNull(slot.question()),
                answers.entries(slot.group()).get(slot.entry()));
    }

    private void collect(Answers answers, List<Answers> complete) {
        var open = answers.unanswered().stream()
                .filter(slot -> slot.question() != null && asked(answers, slot) == Asked.YES)
                .findFirst();
        if (open.isPresent()) {
            values(Objects.requireNonNull(open.get().question())).stream()
                    .filter(value -> says(value, answers.chosen(open.get())))
                    .forEach(value -> collect(answers.with(open.get(), value), complete));
            return;
        }
        var group = rules.questionnaire().groups().stream()
                .filter(each -> !answers.answered(each))
                .findFirst();
        if (group.isPresent()) {
            sets(answers, group.get(), Set.of(Asked.YES))
                    .forEach(entries -> collect(answers.with(group.get(), entries), complete));
            return;
        }
        complete.add(answers);
    }

    /** Every set of different entries in which the questions that are asked, or may be, are answered. */
    private List<List<Entry>> sets(Answers answers, Group group, Set<Asked> asked) {
        var one = new BruteForce(rules);
        var entries = new ArrayList<Entry>();
        var singles = new ArrayList<Answers>();
        one.collectEntry(answers.with(group, List.of(Entry.EMPTY)), group, asked, singles);
        singles.forEach(each -> entries.add(each.entries(group).get(0)));
        return IntStream.range(0, 1 << entries.size())
                .mapToObj(bits -> IntStream.range(0, entries.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(entries::get)
                        .toList())
                .toList();
    }

    private void collectEntry(Answers answers, Group group, Set<Asked> asked, List<Answers> complete) {
        var open = answers.unanswered().stream()
                .filter(slot ->
                        slot.question() != null && slot.group().equals(group) && asked.contains(asked(answers, slot)))
                .findFirst();
        if (open.isEmpty()) {
            complete.add(answers);
            return;
        }
        values(Objects.requireNonNull(open.get().question()))
                .forEach(value -> collectEntry(answers.with(open.get(), value), group, asked, complete));
    }

    public Set<String> fired(Answers answers) {
        var fired = new TreeSet<String>();
        var facts = new Evaluation(answers, null);
        var deciding = rules.deciding().stream()
                .filter(rule -> facts.holds(rule.condition()))
                .toList();
        deciding.forEach(rule -> fired.add(rule.id()));
        var decided = new Evaluation(answers, Conclusion.of(deciding, rules.factors()));
        rules.plan().stream()
                .filter(rule -> decided.holds(rule.condition()))
                .map(Rule::id)
                .forEach(fired::add);
        return fired;
    }

    public Verdict verdict(Answers answers) {
        var evaluation = new Evaluation(answers, null);
        return Conclusion.of(
                rules.deciding().stream()
                        .filter(rule -> evaluation.holds(rule.condition()))
                        .toList(),
                rules.factors());
    }

    public Set<Verdict> possible(Answers answers) {
        var possible = EnumSet.noneOf(Verdict.class);
        completions(answers).forEach(each -> possible.add(verdict(each)));
        return possible;
    }

    /** Whether two completions of these answers that differ in this slot alone have different verdicts. */
    public boolean isRelevant(Answers answers, Slot slot) {
        var byVerdict = new HashMap<Verdict, List<Answers>>();
        completions(answers)
                .forEach(each -> byVerdict
                        .computeIfAbsent(verdict(each), verdict -> new ArrayList<>())
                        .add(each));
        return byVerdict.entrySet().stream()
                .anyMatch(one -> byVerdict.entrySet().stream()
                        .filter(other -> one.getKey() != other.getKey())
                        .anyMatch(other -> one.getValue().stream()
                                .anyMatch(a -> other.getValue().stream().anyMatch(b -> agree(answers, a, b, slot)))));
    }

    private boolean agree(Answers origin, Answers one, Answers other, Slot but) {
        for (Group group : rules.questionnaire().groups()) {
            if (but.question() == null && but.group().equals(group)) {
                continue;
            }
            boolean sets = !origin.answered(group);
            if (sets ? !alike(one, other, group) : !sameEntries(one, other, group, but)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Answers one, Answers other, Group group, Slot but) {
        return IntStream.range(0, one.entries(group).size())
                .allMatch(i -> compatible(
                        group,
                        one.entries(group).get(i),
                        other.entries(group).get(i),
                        but.group().equals(group) && but.entry() == i ? but.question() : null));
    }

    private static boolean alike(Answers one, Answers other, Group group) {
        return Stream.of(Map.entry(one, other), Map.entry(other, one))
                .allMatch(pair -> pair.getKey().entries(group).stream()
                        .allMatch(mine -> pair.getValue().entries(group).stream()
                                .anyMatch(theirs -> compatible(group, mine, theirs, null))));
    }

    private static boolean compatible(
            Group group, Entry one, Entry other, @org.jspecify.annotations.Nullable Question but) {
        return group.closed().stream()
                .filter(question -> !question.equals(but))
                .allMatch(question -> one.value(question).isEmpty()
                        || other.value(question).isEmpty()
                        || one.value(question).equals(other.value(question)));
    }

    /** Whether some of the answers force the verdict, whatever the others are. */
    public boolean isForced(Answers answers, Set<String> slots, Verdict verdict) {
        return restricted(answers, slots).stream()
                .flatMap(each -> completions(each).stream())
                .allMatch(each -> verdict(each) == verdict);
    }

    /** The answers with only some slots; other entries may be there where it is not said which there are. */
    private List<Answers> restricted(Answers answers, Set<String> slots) {
        Answers rest = answers;
        for (Slot slot : answers.slots()) {
            if (slot.question() != null && !slots.contains(slot.pointer())) {
                rest = rest.with(slot, null);
            }
        }
        var all = new ArrayList<>(List.of(rest));
        for (Group group : rules.questionnaire().groups()) {
            if (group.repeats() && !slots.contains("/" + group.id())) {
                all = new ArrayList<>(
                        all.stream().flatMap(each -> opened(each, group)).toList());
            }
        }
        return all;
    }

    private Stream<Answers> opened(Answers answers, Group group) {
        var certain = answers.entries(group).stream()
                .filter(entry -> !entry.values().isEmpty())
                .toList();
        return certain.isEmpty()
                ? Stream.of(answers.without(group))
                : sets(answers, group, Set.of(Asked.YES)).stream()
                        .map(more -> answers.with(
                                group,
                                Stream.concat(certain.stream(), more.stream()).toList()));
    }

    /** Whether every other answer in this slot leaves the same verdicts possible. */
    public boolean isIdle(Answers answers, Slot slot) {
        var possible = possible(answers);
        return slot.question() == null
                ? sets(answers, slot.group(), Set.of(Asked.YES, Asked.OPEN)).stream()
                        .map(entries -> answers.with(slot.group(), entries))
                        .allMatch(each -> isPossible(possible, each, slot.group()))
                : values(slot.question()).stream()
                        .map(value -> answers.with(slot, value).applicable())
                        .allMatch(each -> possible(each).equals(possible));
    }

    /**
     * Whether these verdicts are possible where a group has these entries; what they say is lost where it turns out not to be
     * asked.
     */
    private boolean isPossible(Set<Verdict> possible, Answers answers, Group group) {
        return completions(certain(answers, group)).stream()
                .filter(each -> sameEntries(answers, each, group, Slot.of(group)))
                .map(this::verdict)
                .collect(Collectors.toSet())
                .equals(possible);
    }

    /** The same answers without those of a group that may turn out not to be asked. */
    private static Answers certain(Answers answers, Group group) {
        return answers.slots().stream()
                .filter(slot -> slot.question() != null && slot.group().equals(group))
                .filter(slot -> answers.value(slot).isPresent() && asked(answers, slot) != Asked.YES)
                .findFirst()
                .map(slot -> certain(answers.with(slot, null), group))
                .orElse(answers);
    }
}
