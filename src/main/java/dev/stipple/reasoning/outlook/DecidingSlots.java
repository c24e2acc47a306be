package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.ParallelAssignments;
import java.util.ArrayList;
import java.util.List;

/**
 * Which open questions can matter: there are two ways to complete the answers that differ in this question alone, and in
 * those that are asked or not asked because of it, and that come to different verdicts. Samples show it for most; the
 * solver decides the rest.
 */
final class DecidingSlots {
    private final Completions completions;
    private final Workspace workspace;
    private final ParallelAssignments base;
    private final ParallelAssignments known;
    private final List<Integer> telling;
    private final long[] valid;

    private DecidingSlots(Completions completions) {
        this.completions = completions;
        this.workspace = completions.workspace();
        this.base = completions.samples();
        this.known = completions.known();
        this.valid = completions.valid(base);
        // Exactly one verdict holds: where it changes, it does so among all possible ones but one.
        this.telling = completions.possible().stream()
                .limit(completions.possible().size() - 1)
                .map(workspace.outcome()::is)
                .toList();
    }

    /** The unanswered slots that can still change the verdict, in the order of the questionnaire. */
    static List<Slot> of(Completions completions) {
        if (completions.possible().size() < 2) {
            return List.of();
        }
        var relevance = new DecidingSlots(completions);
        return completions.answers().unanswered().stream()
                .filter(relevance::isConnected)
                .filter(slot -> relevance.isSampled(slot) || relevance.isProved(slot))
                .toList();
    }

    /** Whether the answers leave open anything between this question and the verdict. */
    private boolean isConnected(Slot slot) {
        return known.isConnected(workspace.space().variables(slot), telling);
    }

    private boolean isSampled(Slot slot) {
        int[] variables = workspace.space().variables(slot);
        ParallelAssignments flipped = base.copy();
        for (int variable : variables) {
            flipped.set(variable, workspace.samples().other(variable));
        }
        known(slot).forEach(flipped::assume);
        flipped.runAbove(variables);
        long[] stillValid = completions.valid(flipped);
        return telling.stream().anyMatch(verdict -> differs(flipped, verdict, stillValid));
    }

    /** What is known of a slot of which a part is open. */
    private List<Integer> known(Slot slot) {
        return completions.given().stream()
                .filter(each -> each.slot().equals(slot))
                .flatMap(each -> each.value().stream())
                .toList();
    }

    private boolean differs(ParallelAssignments flipped, int verdict, long[] stillValid) {
        long[] before = base.plane(verdict);
        long[] after = flipped.plane(verdict);
        for (int i = 0; i < before.length; i++) {
            if (((before[i] ^ after[i]) & valid[i] & stillValid[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isProved(Slot slot) {
        Workspace.Flip flip = workspace.flip(slot);
        if (flip.differs() == Formula.FALSE) {
            return false;
        }
        var assumptions = new ArrayList<>(completions.with(flip.differs()));
        completions.given().stream()
                .map(each -> workspace.space().formula().replaced(each.asked(), flip.replacement()))
                .forEach(assumptions::add);
        known(slot).stream()
                .map(each -> workspace.space().formula().replaced(each, flip.replacement()))
                .forEach(assumptions::add);
        return flip.solver().solve(assumptions);
    }
}
