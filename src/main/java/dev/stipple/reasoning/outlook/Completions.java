package dev.stipple.reasoning.outlook;

import dev.stipple.answers.Answers;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.ParallelAssignments;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All ways in which partial answers can be completed, and the verdicts that they reach. */
public final class Completions {
    private final Workspace workspace;
    private final Answers answers;
    private final List<Space.Given> given;
    private final List<Integer> unused;
    private final Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
    private final Map<Verdict, Assignment> unsampled = new EnumMap<>(Verdict.class);
    private final ParallelAssignments known;
    private @Nullable ParallelAssignments samples;
    private @Nullable OtherAnswerSamples instead;

    public Completions(Workspace workspace, Answers answers) {
        this.workspace = workspace;
        this.answers = answers;
        this.given = workspace.space().given(answers);
        this.unused = workspace.space().unused(answers);
        this.known = assumed(workspace.open(1));
        ParallelAssignments few = assumed(workspace.samples().few(workspace.open(1)));
        long valid = valid(few)[0];
        for (Verdict verdict : workspace.reachable()) {
            int is = workspace.outcome().is(verdict);
            if (known.plane(is)[0] != 0 && ((few.plane(is)[0] & valid) != 0 || isSolved(verdict, is))) {
                possible.add(verdict);
            }
        }
    }

    private boolean isSolved(Verdict verdict, int is) {
        boolean solved = workspace.solver().solve(with(is));
        if (solved) {
            unsampled.put(verdict, workspace.space().assignment(workspace.solver()));
        }
        return solved;
    }

    Workspace workspace() {
        return workspace;
    }

    Answers answers() {
        return answers;
    }

    List<Space.Given> given() {
        return given;
    }

    /** Says that places without an entry are empty. */
    List<Integer> unused() {
        return unused;
    }

    /** The verdicts that some completion reaches; none where the answers exclude each other. */
    public Set<Verdict> possible() {
        return possible;
    }

    /** What all answers say, and this besides. */
    List<Integer> with(Integer... literals) {
        return all(given, unused, List.of(literals));
    }

    /** What some of the answers say, and this besides. */
    public static List<Integer> all(
            Collection<Space.Given> some, Collection<Integer> unused, Collection<Integer> literals) {
        var all = new ArrayList<>(unused);
        some.forEach(each -> {
            all.addAll(each.value());
            all.add(each.asked());
        });
        all.addAll(literals);
        return all;
    }

    /** One lane in which the answers are known and all else is open. */
    ParallelAssignments known() {
        return known;
    }

    /**
     * Samples with the answers put into them, in the first word completions that reach the possible verdicts which few
     * samples do not show.
     */
    ParallelAssignments samples() {
        if (samples == null) {
            ParallelAssignments lanes = workspace.samples().in(workspace.open(CompletionSamples.words()));
            if (!unsampled.isEmpty()) {
                mixIn(lanes, List.copyOf(unsampled.values()));
            }
            samples = assumed(lanes);
        }
        return samples;
    }

    /** The samples with other answers to single questions. */
    OtherAnswerSamples instead() {
        if (instead == null) {
            instead = new OtherAnswerSamples(this);
        }
        return instead;
    }

    private void mixIn(ParallelAssignments lanes, List<Assignment> found) {
        workspace.samples().variables().forEach(variable -> {
            long[] row = lanes.plane(variable).clone();
            row[0] = 0;
            for (int lane = 0; lane < 64; lane++) {
                row[0] |= found.get(lane % found.size()).holds(variable) ? 1L << lane : 0;
            }
            lanes.set(variable, row);
        });
    }

    /** The lanes in which every question that was answered is asked. */
    long[] valid(ParallelAssignments lanes) {
        long[] valid = new long[lanes.words()];
        Arrays.fill(valid, -1);
        for (Space.Given each : given) {
            long[] asked = lanes.plane(each.asked());
            for (int i = 0; i < valid.length; i++) {
                valid[i] &= asked[i];
            }
        }
        return valid;
    }

    /** Lanes with the answers put into each of them. */
    private ParallelAssignments assumed(ParallelAssignments lanes) {
        unused.forEach(lanes::assume);
        given.forEach(each -> each.value().forEach(lanes::assume));
        lanes.run();
        return lanes;
    }
}
