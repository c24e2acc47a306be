package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.ParallelAssignments;
import dev.stipple.reasoning.space.SingleChoice;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.StillAsked;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which answers could not have mattered: whatever was answered instead, the others as they are, the same verdicts would be
 * possible. An answer to a question that would then no longer be asked is lost.
 */
final class IrrelevantAnswers {
    private final Completions completions;
    private final Workspace workspace;
    private final StillAsked kept;
    private final int impossible;
    private final OtherAnswerSamples instead;
    private final long[] valid;

    private IrrelevantAnswers(Completions completions) {
        this.completions = completions;
        this.workspace = completions.workspace();
        this.kept = new StillAsked(workspace.space(), completions.answers(), completions.given());
        this.impossible = workspace
                .space()
                .formula()
                .or(Stream.of(Verdict.values())
                        .filter(verdict -> !completions.possible().contains(verdict))
                        .map(workspace.outcome()::is)
                        .toList());
        this.instead = completions.instead();
        this.valid = completions.valid(completions.samples());
    }

    /** The answered slots that could not have mattered, in the order of the questionnaire. */
    static List<Slot> of(Completions completions) {
        if (completions.possible().isEmpty()) {
            return List.of();
        }
        var idle = new IrrelevantAnswers(completions);
        return completions.given().stream()
                .filter(given -> !completions.answers().isUnknown(given.slot()))
                .filter(idle::isIdle)
                .map(Space.Given::slot)
                .toList();
    }

    private boolean isIdle(Space.Given given) {
        if (instead.hasHanging(given.slot())) {
            return isProved(given, true, null);
        }
        ParallelAssignments open = opened(given.slot());
        boolean connected = open.isConnected(workspace.space().variables(given.slot()), workspace.verdicts());
        if (given.slot().question() != null && (!connected || isSettled(open))) {
            return true;
        }
        if (completions.possible().size() == 1) {
            return !instead.matters(given.slot()) && isProved(given, connected, null);
        }
        ParallelAssignments others = instead.of(given.slot());
        return !instead.matters(others) && isProved(given, connected, others);
    }

    /** Whether the only possible verdict is certain. */
    private boolean isSettled(ParallelAssignments lanes) {
        return completions.possible().size() == 1
                && lanes.certain(
                                workspace.verdicts(true, completions.possible()).get(0), 0)
                        == -1;
    }

    /** One lane in which the other answers are known and this one is open. */
    private ParallelAssignments opened(Slot slot) {
        ParallelAssignments known = completions.known().copy();
        IntStream.of(workspace.space().variables(slot)).forEach(known::open);
        instead.run(slot, known);
        return known;
    }

    private boolean isProved(Space.Given given, boolean connected, @Nullable ParallelAssignments lanes) {
        List<Integer> others = others(given);
        // That the questions of its entries are asked tells of other answers, whether or not a verdict stands on the
        // group.
        boolean tells = connected || given.slot().question() == null;
        if (tells && workspace.solver().solve(and(others, List.of(impossible)))) {
            return false;
        }
        if (connected && completions.possible().size() == 1) {
            return true;
        }
        return workspace.verdicts(true, completions.possible()).stream()
                .allMatch(verdict -> connected
                        ? isAlwaysPossible(given.slot(), others, verdict, lanes)
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
    private boolean isAlwaysPossible(
            Slot slot, List<Integer> others, int literal, @Nullable ParallelAssignments lanes) {
        List<Integer> all = and(others, List.of(literal));
        if (slot.question() != null
                && workspace.space().fact(slot).variable(slot.question()) instanceof SingleChoice oneOf) {
            List<int[]> choices = oneOf.choices();
            return IntStream.range(0, choices.size())
                    .allMatch(i -> isSeen(i, choices.size(), literal, lanes)
                            || workspace
                                    .solver()
                                    .solve(and(
                                            all,
                                            IntStream.of(choices.get(i)).boxed().toList())));
        }
        return !canChange(slot, others)
                || new ForAllSolver(workspace).isPowerless(workspace.space().variables(slot), all);
    }

    /** Whether some lane with this choice shows that the literal can hold. */
    private boolean isSeen(int choice, int choices, int literal, @Nullable ParallelAssignments lanes) {
        if (lanes == null) {
            return false;
        }
        long[] holds = lanes.plane(literal);
        return IntStream.iterate(choice, lane -> lane < 64 * holds.length, lane -> lane + choices)
                .anyMatch(lane -> (holds[lane / 64] & valid[lane / 64] & 1L << lane) != 0);
    }

    /** Whether some completion of the others comes to another verdict with another value of the slot. */
    private boolean canChange(Slot slot, List<Integer> others) {
        Workspace.Flip flip = workspace.flip(slot);
        return flip.solver().solve(and(others, List.of(flip.differs())));
    }
}
