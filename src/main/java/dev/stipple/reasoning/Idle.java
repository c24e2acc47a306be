package dev.stipple.reasoning;

import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which answers could not have mattered: whatever was answered instead, the others as they are, the same verdicts would be
 * possible. An answer to a question that would then no longer be asked is lost.
 */
final class Idle {
    private final Completions completions;
    private final Workspace workspace;
    private final Kept kept;
    private final int impossible;
    private final Lanes models;

    private Idle(Completions completions) {
        this.completions = completions;
        this.workspace = completions.workspace();
        this.kept = new Kept(workspace.space(), completions.answers(), completions.given());
        this.impossible = workspace
                .space()
                .formula()
                .or(Stream.of(Verdict.values())
                        .filter(verdict -> !completions.possible().contains(verdict))
                        .map(workspace.outcome()::is)
                        .toList());
        this.models = models();
    }

    /** The answered slots that could not have mattered, in the order of the questionnaire. */
    static List<Slot> of(Completions completions) {
        if (completions.possible().isEmpty()) {
            return List.of();
        }
        var idle = new Idle(completions);
        return completions.given().stream()
                .filter(idle::isIdle)
                .map(Space.Given::slot)
                .toList();
    }

    /** A word for each possible verdict, filled with one completion that has it. */
    private Lanes models() {
        var assignments = List.copyOf(completions.models().values());
        Lanes lanes = workspace.open(assignments.size());
        for (int variable : workspace.primaries()) {
            lanes.set(
                    variable,
                    assignments.stream()
                            .mapToLong(model -> model.holds(variable) ? -1 : 0)
                            .toArray());
        }
        lanes.run();
        return lanes;
    }

    private boolean isIdle(Space.Given given) {
        if (hasHanging(given.slot())) {
            return isProved(given, true, null);
        }
        boolean connected = isConnected(given.slot());
        if (!connected && given.slot().question() != null) {
            return true;
        }
        Lanes instead = instead(given.slot());
        return !mattersIn(instead) && isProved(given, connected, instead);
    }

    private boolean hasHanging(Slot slot) {
        if (slot.question() == null) {
            return false;
        }
        Set<String> hanging = workspace.space().descendants().of(slot.question().path());
        return !hanging.isEmpty()
                && completions.given().stream()
                        .map(other -> other.slot().question())
                        .anyMatch(question -> question != null && hanging.contains(question.path()));
    }

    /** Whether the other answers leave open anything between this one and the verdict. */
    private boolean isConnected(Slot slot) {
        int[] variables = workspace.space().variables(slot);
        Lanes known = completions.known().copy();
        IntStream.of(variables).forEach(known::open);
        run(slot, known);
        return known.isConnected(variables, workspace.verdicts());
    }

    private void run(Slot slot, Lanes lanes) {
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

    /** The completions that were found, with other values of one slot: choice after choice in the lanes of each word. */
    private Lanes instead(Slot slot) {
        Lanes lanes = models.copy();
        List<int[]> choices = workspace.choices(slot);
        for (int variable : workspace.space().variables(slot)) {
            long bits = 0;
            for (int lane = 0; lane < 64; lane++) {
                int[] choice = choices.get(lane % choices.size());
                bits |= IntStream.of(choice).anyMatch(each -> each == variable) ? 1L << lane : 0;
            }
            long[] row = new long[lanes.words()];
            Arrays.fill(row, bits);
            lanes.set(variable, row);
        }
        run(slot, lanes);
        return lanes;
    }

    private boolean mattersIn(Lanes instead) {
        return IntStream.range(0, instead.words())
                .anyMatch(word -> workspace.verdicts(false, completions.possible()).stream()
                        .anyMatch(verdict -> instead.plane(verdict)[word] != 0));
    }

    private boolean isProved(Space.Given given, boolean connected, @Nullable Lanes instead) {
        List<Integer> others = others(given);
        if (connected && workspace.solver().solve(and(others, List.of(impossible)))) {
            return false;
        }
        if (connected && completions.possible().size() == 1) {
            return true;
        }
        return workspace.verdicts(true, completions.possible()).stream()
                .allMatch(verdict -> connected
                        ? isAlwaysPossible(given.slot(), others, verdict, instead)
                        : workspace.solver().solve(and(others, List.of(verdict))));
    }

    /** What all other answers say, as long as their questions are asked, and that this one's question is. */
    private List<Integer> others(Space.Given given) {
        Slot slot = given.slot();
        var others = new ArrayList<>(completions.unused());
        if (slot.question() == null) {
            workspace.space().entries(slot.group()).places().stream()
                    .map(place -> Formula.not(place.present()))
                    .forEach(others::add);
        }
        for (Space.Given each : completions.given()) {
            boolean within = slot.question() == null
                    && each.slot().group().id().equals(slot.group().id());
            if (!within) {
                others.addAll(each.slot().equals(slot) ? List.of() : each.value());
                others.add(kept.asked(each));
            }
        }
        return others;
    }

    private static List<Integer> and(List<Integer> some, List<Integer> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Whether, whatever the slot says, the rest can be completed so that a literal holds. */
    private boolean isAlwaysPossible(Slot slot, List<Integer> others, int literal, @Nullable Lanes instead) {
        List<Integer> all = and(others, List.of(literal));
        if (slot.question() != null && workspace.space().fact(slot).variable(slot.question()) instanceof OneOf oneOf) {
            List<int[]> choices = oneOf.choices();
            return IntStream.range(0, choices.size())
                    .allMatch(i -> isSeen(i, choices.size(), literal, instead)
                            || workspace
                                    .solver()
                                    .solve(and(
                                            all,
                                            IntStream.of(choices.get(i)).boxed().toList())));
        }
        return !canChange(slot, others)
                || new Adversary(workspace).isPowerless(workspace.space().variables(slot), all);
    }

    /** Whether some lane with this choice shows that the literal can hold. */
    private static boolean isSeen(int choice, int choices, int literal, @Nullable Lanes instead) {
        return instead != null
                && IntStream.iterate(choice, lane -> lane < 64, lane -> lane + choices)
                        .anyMatch(lane -> IntStream.range(0, instead.words())
                                .anyMatch(word -> (instead.plane(literal)[word] >> lane & 1) == 1));
    }

    /** Whether some completion of the others comes to another verdict with another value of the slot. */
    private boolean canChange(Slot slot, List<Integer> others) {
        Workspace.Flip flip = workspace.flip(slot);
        return flip.solver().solve(and(others, List.of(flip.differs())));
    }
}
