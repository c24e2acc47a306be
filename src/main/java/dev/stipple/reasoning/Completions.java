package dev.stipple.reasoning;

import dev.stipple.questionnaire.Answers;
import dev.stipple.rulebook.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All ways in which partial answers can be completed, and the verdicts that they reach. */
final class Completions {
    private final Workspace workspace;
    private final Answers answers;
    private final List<Space.Given> given;
    private final List<Integer> unused;
    private final Map<Verdict, Assignment> models = new EnumMap<>(Verdict.class);
    private final Lanes known;
    private @Nullable Lanes samples;

    Completions(Workspace workspace, Answers answers) {
        this.workspace = workspace;
        this.answers = answers;
        this.given = workspace.space().given(answers);
        this.unused = workspace.space().unused(answers);
        this.known = assumed(workspace.open(1));
        for (Verdict verdict : workspace.reachable()) {
            if (mayBe(verdict)
                    && workspace.solver().solve(with(workspace.outcome().is(verdict)))) {
                models.put(verdict, workspace.space().assignment(workspace.solver()));
            }
        }
    }

    private boolean mayBe(Verdict verdict) {
        return known.plane(workspace.outcome().is(verdict))[0] != 0;
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
    Set<Verdict> possible() {
        return models.keySet();
    }

    /** For each possible verdict one completion that has it. */
    Map<Verdict, Assignment> models() {
        return models;
    }

    /** What all answers say, and this besides. */
    List<Integer> with(Integer... literals) {
        return all(given, unused, List.of(literals));
    }

    /** What some of the answers say, and this besides. */
    static List<Integer> all(Collection<Space.Given> some, Collection<Integer> unused, Collection<Integer> literals) {
        var all = new ArrayList<>(unused);
        some.forEach(each -> {
            all.addAll(each.value());
            all.add(each.asked());
        });
        all.addAll(literals);
        return all;
    }

    /** One lane in which the answers are known and all else is open. */
    Lanes known() {
        return known;
    }

    /** Samples with the answers put into them, in the first word completions that reach each possible verdict. */
    Lanes samples() {
        if (samples == null) {
            Lanes lanes = workspace.samples().in(workspace.open(Samples.words()));
            if (!models.isEmpty()) {
                mixIn(lanes, List.copyOf(models.values()));
            }
            samples = assumed(lanes);
        }
        return samples;
    }

    private void mixIn(Lanes lanes, List<Assignment> found) {
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
    long[] valid(Lanes lanes) {
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
    private Lanes assumed(Lanes lanes) {
        unused.forEach(lanes::assume);
        given.forEach(each -> each.value().forEach(lanes::assume));
        lanes.run();
        return lanes;
    }
}
