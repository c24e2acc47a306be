package dev.stipple.reasoning;

import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which answers could not have mattered: whatever was answered instead, the others as they are, the same verdicts would be
 * possible. An answer to a question that would then no longer be asked is lost.
 */
final class Idle {
    private static final int MOST_ROUNDS = 64;

    private final Completions completions;
    private final Workspace workspace;
    private final Kept kept;

    private Idle(Completions completions) {
        this.completions = completions;
        this.workspace = completions.workspace();
        this.kept = new Kept(workspace.space(), completions.answers());
    }

    /** The answered slots that could not have mattered, in the order of the questionnaire. */
    static List<Slot> of(Completions completions) {
        var idle = new Idle(completions);
        return completions.given().stream()
                .map(Space.Given::slot)
                .filter(idle::isIdle)
                .toList();
    }

    private boolean isIdle(Slot slot) {
        List<Integer> others = others(slot);
        for (Verdict verdict : Verdict.values()) {
            int is = workspace.outcome().is(verdict);
            boolean stays = completions.possible().contains(verdict)
                    ? completions.possible().size() == 1 || isAlwaysPossible(slot, others, is)
                    : !workspace.solver().solve(and(others, List.of(is)));
            if (!stays) {
                return false;
            }
        }
        return true;
    }

    /** What all other answers say, as long as their questions are asked. */
    private List<Integer> others(Slot slot) {
        var others = new ArrayList<Integer>();
        if (slot.question() == null) {
            workspace.space().entries(slot.group()).places().forEach(place -> others.add(Formula.not(place.present())));
        }
        others.addAll(completions.unused());
        for (Space.Given each : completions.given()) {
            boolean own = each.slot().equals(slot);
            boolean within = slot.question() == null
                    && each.slot().group().id().equals(slot.group().id());
            if (!own && !within) {
                others.addAll(each.value());
            }
            if (!within) {
                others.add(kept.asked(each));
            }
        }
        return others;
    }

    private static List<Integer> and(List<Integer> some, List<Integer> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Whether, whatever the slot says, the rest can be completed so that a literal holds. */
    private boolean isAlwaysPossible(Slot slot, List<Integer> others, int literal) {
        int[] variables = workspace.space().variables(slot);
        if (slot.question() != null && workspace.space().fact(slot).variable(slot.question()) instanceof OneOf oneOf) {
            return oneOf.choices().stream()
                    .allMatch(choice -> workspace
                            .solver()
                            .solve(and(
                                    and(others, List.of(literal)),
                                    IntStream.of(choice).boxed().toList())));
        }
        return !canChange(slot, others) || isAlwaysPossible(variables, others, literal);
    }

    /** Whether some completion of the others comes to another verdict with another value of the slot. */
    private boolean canChange(Slot slot, List<Integer> others) {
        return workspace.flips().solve(and(others, List.of(workspace.flip(slot).differs())));
    }

    /** Looks for a value that no completion found so far goes with, until there is none or one that none goes with. */
    private boolean isAlwaysPossible(int[] variables, List<Integer> others, int literal) {
        List<Integer> all = and(others, List.of(literal));
        var refuted = new ArrayList<Integer>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!workspace.flips().solve(refuted)) {
                return true;
            }
            List<Integer> value = value(variables);
            if (!workspace.solver().solve(and(value, all))) {
                return false;
            }
            refuted.add(Formula.not(without(variables, all)));
        }
        return false;
    }

    private List<Integer> value(int[] variables) {
        Assignment assignment = workspace.space().assignment(workspace.flips());
        return IntStream.of(variables)
                .map(variable -> assignment.holds(variable) ? variable : Formula.not(variable))
                .boxed()
                .toList();
    }

    /** What these literals demand of these variables in the last model. */
    private int without(int[] variables, List<Integer> literals) {
        Assignment model = workspace.space().assignment(workspace.solver());
        var free = new HashSet<>(IntStream.of(variables).boxed().toList());
        var replacement = new Formula.Replacement();
        workspace.variables().stream()
                .filter(variable -> !free.contains(variable))
                .forEach(variable -> replacement.put(variable, model.holds(variable) ? Formula.TRUE : Formula.FALSE));
        workspace
                .space()
                .entries()
                .forEach(group -> group.places()
                        .forEach(place -> replacement.put(
                                place.present(), model.holds(place.present()) ? Formula.TRUE : Formula.FALSE)));
        Formula formula = workspace.space().formula();
        return formula.and(literals.stream()
                .map(literal -> formula.replaced(literal, replacement))
                .toList());
    }
}
