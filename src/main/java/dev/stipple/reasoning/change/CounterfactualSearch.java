package dev.stipple.reasoning.change;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.questionnaire.Change;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.change.CounterfactualEngine.ChangeSet;
import dev.stipple.reasoning.change.CounterfactualEngine.Changed;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.formula.DeadlinePassed;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.HittingSets;
import dev.stipple.reasoning.outlook.Workspace;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.StillAsked;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches the smallest sets of changes of one person. Sets of answers that have to be changed together are the smallest
 * ones that leave something to change in every set of answers which, unchanged, rule out the goal; for each of them, every
 * smallest way to change them is found.
 */
final class CounterfactualSearch {
    private static final int MOST_SETS = 30;

    private final Workspace workspace;
    private final Formula formula;
    private final Answers answers;
    private final RuleRunner drools;
    private final Verdict verdict;
    private final Deadline deadline;
    private final List<ChangeableAnswer> changeable = new ArrayList<>();
    private final List<Integer> fixed = new ArrayList<>();
    private final List<Verdict> goals;
    private final int goal;
    private boolean cut;

    CounterfactualSearch(
            Workspace workspace,
            Answers answers,
            RuleRunner drools,
            Verdict verdict,
            @Nullable Verdict wanted,
            Deadline deadline) {
        this.workspace = workspace;
        this.formula = workspace.space().formula();
        this.answers = answers;
        this.drools = drools;
        this.verdict = verdict;
        this.deadline = deadline;
        this.goals = Stream.of(
                        Verdict.SUITABLE, Verdict.SUITABLE_WITH_CONDITIONS, Verdict.DEFER, Verdict.MEDICAL_CLEARANCE)
                .filter(each -> each.compareTo(verdict) > 0 && (wanted == null || each.compareTo(wanted) >= 0))
                .toList();
        this.goal = formula.or(goals.stream().map(workspace.outcome()::is).toList());
        prepare();
    }

    private void prepare() {
        fixed.addAll(workspace.space().unused(answers));
        var given = workspace.space().given(answers);
        var kept = new StillAsked(workspace.space(), answers, given);
        for (Space.Given each : given) {
            Question question = each.slot().question();
            fixed.add(kept.asked(each));
            boolean partly = !answers.chosen(each.slot()).isEmpty();
            if (question == null || partly || question.change() == null || !canChange(each, question.change())) {
                fixed.addAll(each.value());
            } else {
                var one = new ChangeableAnswer(
                        each.slot(),
                        answers.value(each.slot()).orElseThrow(),
                        workspace.space().fact(each.slot()).variable(question),
                        question.change());
                changeable.add(one);
                fixed.addAll(one.reachable());
            }
        }
    }

    /** Whom it suits as they want it is not asked to want something else. */
    private boolean canChange(Space.Given given, Change change) {
        boolean asked = !change.wish() || verdict.compareTo(Verdict.SUITABLE_WITH_CONDITIONS) < 0;
        return asked
                && (change.from().isEmpty()
                        || change.from()
                                .containsAll(answers.value(given.slot())
                                        .orElseThrow()
                                        .codes()));
    }

    CounterfactualEngine.Result result() {
        var sets = new ArrayList<ChangeSet>();
        boolean proved = goals.isEmpty();
        boolean complete = true;
        try {
            proved = proved || !isPossible(Set.of(), List.of(), true);
            for (Set<Integer> free : proved ? List.<Set<Integer>>of() : smallest()) {
                collect(free, sets);
            }
        } catch (DeadlinePassed e) {
            complete = false;
        }
        sets.sort(CounterfactualOrder.of(answers));
        return new CounterfactualEngine.Result(verdict, List.copyOf(sets), proved, cut, complete);
    }

    /** The smallest sets of answers that lead to the goal if they may change. */
    private List<Set<Integer>> smallest() {
        var hitting = new HittingSets();
        while (true) {
            List<Set<Integer>> candidates = hitting.smallest();
            Optional<Set<Integer>> failed = candidates.stream()
                    .filter(free -> !isPossible(free, List.of(), false))
                    .findFirst();
            if (failed.isEmpty()) {
                return candidates;
            }
            hitting.add(unchanged(failed.get()));
        }
    }

    /** The answers, of those that had to stay, because of which it was not possible. */
    private Set<Integer> unchanged(Set<Integer> free) {
        var core = new HashSet<Integer>();
        for (int literal : workspace.solver().core()) {
            core.add(literal);
        }
        return IntStream.range(0, changeable.size())
                .filter(i -> !free.contains(i))
                .filter(i -> IntStream.of(changeable.get(i).same()).anyMatch(core::contains))
                .boxed()
                .collect(Collectors.toSet());
    }

    private boolean isPossible(Set<Integer> free, List<Integer> besides, boolean all) {
        var assumptions = new ArrayList<>(fixed);
        for (int i = 0; i < changeable.size(); i++) {
            if (!all && !free.contains(i)) {
                IntStream.of(changeable.get(i).same()).forEach(assumptions::add);
            }
        }
        assumptions.addAll(besides);
        assumptions.add(goal);
        return workspace.solver().solve(assumptions, deadline);
    }

    /** Every smallest way to change these answers. */
    private void collect(Set<Integer> free, List<ChangeSet> sets) {
        var blocked = new ArrayList<Integer>();
        while (isPossible(free, blocked, false)) {
            if (sets.size() == MOST_SETS) {
                cut = true;
                return;
            }
            List<Value> values = smallest(free, blocked, values(free));
            sets.add(changeSet(free, values));
            blocked.add(Formula.not(formula.and(IntStream.range(0, values.size())
                    .map(i -> one(free, i).atLeast(values.get(i), formula))
                    .toArray())));
        }
    }

    private ChangeableAnswer one(Set<Integer> free, int index) {
        return changeable.get(free.stream().sorted().toList().get(index));
    }

    private List<Value> values(Set<Integer> free) {
        Assignment model = workspace.space().assignment(workspace.solver());
        return free.stream()
                .sorted()
                .map(changeable::get)
                .map(each -> each.variable().read(model, each.value()))
                .toList();
    }

    /** Values that are changed less wherever that still leads to the goal. */
    private List<Value> smallest(Set<Integer> free, List<Integer> blocked, List<Value> start) {
        List<Value> values = start;
        while (true) {
            var current = values;
            var bounds = new ArrayList<>(blocked);
            var equal = new ArrayList<Integer>();
            for (int i = 0; i < current.size(); i++) {
                bounds.add(one(free, i).atMost(current.get(i), formula));
                equal.add(formula.and(one(free, i).variable().is(current.get(i))));
            }
            bounds.add(Formula.not(formula.and(equal)));
            if (!isPossible(free, bounds, false)) {
                return values;
            }
            values = values(free);
        }
    }

    private ChangeSet changeSet(Set<Integer> free, List<Value> values) {
        var exactly = new ArrayList<Integer>();
        var changes = new ArrayList<Changed>();
        for (int i = 0; i < values.size(); i++) {
            ChangeableAnswer each = one(free, i);
            IntStream.of(each.variable().is(values.get(i))).forEach(exactly::add);
            changes.add(new Changed(each.slot(), each.value(), values.get(i)));
        }
        for (Verdict reached : goals) {
            exactly.add(workspace.outcome().is(reached));
            if (isPossible(free, exactly, false)) {
                return confirmed(List.copyOf(changes), reached);
            }
            exactly.remove(exactly.size() - 1);
        }
        throw new IllegalStateException("the goal was reached, but by no verdict");
    }

    private ChangeSet confirmed(List<Changed> changes, Verdict reached) {
        Answers changed = answers;
        for (Changed each : changes) {
            changed = changed.with(each.slot(), each.to());
        }
        Answers start = changed.applicable();
        Assignment model = workspace.space().assignment(workspace.solver());
        Answers example = workspace.space().answers(model, changed);
        Verdict confirmed = drools.fire(example).verdict();
        if (confirmed != reached) {
            throw new IllegalStateException("Drools comes to " + confirmed + " and the reasoner to " + reached);
        }
        return new ChangeSet(changes, reached, asked(start), example);
    }

    /** The questions that are then asked and open. */
    private static List<Slot> asked(Answers start) {
        return start.unanswered().stream()
                .filter(slot -> slot.question() == null
                        || start.asked(
                                        Objects.requireNonNull(slot.question()),
                                        start.entries(slot.group()).get(slot.entry()))
                                == Asked.YES)
                .toList();
    }
}
