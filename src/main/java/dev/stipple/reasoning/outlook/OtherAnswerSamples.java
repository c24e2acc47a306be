package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.ParallelAssignments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Samples of the completions in which one slot is answered in other ways, the other answers as they are. */
final class OtherAnswerSamples {
    private final Completions completions;
    private final Workspace workspace;
    private final List<Integer> impossible;
    private final long[] valid;
    private final Map<Slot, Boolean> mattering = new HashMap<>();

    OtherAnswerSamples(Completions completions) {
        this.completions = completions;
        this.workspace = completions.workspace();
        this.impossible = workspace.verdicts(false, completions.possible());
        this.valid = completions.valid(completions.samples());
    }

    /**
     * Whether some sample shows that another answer makes another verdict possible. Shows nothing of a slot on which other
     * answered questions hang, as they may no longer be asked.
     */
    boolean matters(Slot slot) {
        return mattering.computeIfAbsent(slot, each -> !hasHanging(each) && matters(of(each)));
    }

    /** Whether some of these lanes, made for one slot, show that another verdict is possible. */
    boolean matters(ParallelAssignments others) {
        return IntStream.range(0, others.words())
                .anyMatch(word ->
                        impossible.stream().anyMatch(verdict -> (others.plane(verdict)[word] & valid[word]) != 0));
    }

    /** Whether the question of another answer is asked because of this one. */
    boolean hasHanging(Slot slot) {
        if (slot.question() == null) {
            return false;
        }
        Set<String> hanging = workspace.space().descendants().of(slot.question().path());
        return !hanging.isEmpty()
                && completions.given().stream()
                        .map(other -> other.slot().question())
                        .anyMatch(question -> question != null && hanging.contains(question.path()));
    }

    /** The samples with other values of one slot: choice after choice in the lanes. */
    ParallelAssignments of(Slot slot) {
        ParallelAssignments lanes = completions.samples().copy();
        int[] variables = workspace.space().variables(slot);
        long[][] turns = workspace.turns(slot);
        IntStream.range(0, variables.length).forEach(i -> lanes.set(variables[i], turns[i]));
        run(slot, lanes);
        return lanes;
    }

    /** Evaluates what stands on a slot; without its group, no place of it has an entry. */
    void run(Slot slot, ParallelAssignments lanes) {
        if (slot.question() == null) {
            workspace
                    .space()
                    .entries(slot.group())
                    .places()
                    .forEach(place -> lanes.assume(Formula.not(place.present())));
            lanes.run();
        } else {
            lanes.runAbove(workspace.space().variables(slot));
        }
    }
}
