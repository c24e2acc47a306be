package dev.stipple.reasoning.outlook;

import dev.stipple.questionnaire.Slot;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.ConeOfInfluence;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.ParallelAssignments;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One rulebook compiled for one thread: its formula, the solvers that know it, and samples of complete answers. */
public final class Workspace {
    private static final int MOST_SOLVED = 200_000;
    private static final int MOST_NODES = 500_000;

    private final Space space;
    private final Outcome outcome;
    private final List<Integer> verdicts;
    private final List<Integer> primaries = new ArrayList<>();
    private final Solver solver;
    private final ConeOfInfluence cone;
    private final CompletionSamples samples;
    private final List<Verdict> reachable = new ArrayList<>();
    private final IdentityHashMap<int[], Flip> flipped = new IdentityHashMap<>();
    private final IdentityHashMap<int[], long[][]> turns = new IdentityHashMap<>();
    private final Rules rules;
    private @Nullable Disputes disputes;

    Workspace(Rules rules, int places) {
        this.rules = rules.withoutPlan();
        this.space = new Space(rules.questionnaire(), rules.withoutPlan().conditions(), places);
        this.outcome = new Outcome(space, rules.withoutPlan());
        this.verdicts = Stream.of(Verdict.values()).map(outcome::is).toList();
        this.solver = new Solver(space.formula());
        this.cone = new ConeOfInfluence(space.formula(), roots());
        this.samples = new CompletionSamples(space, reach());
        primaries.addAll(samples.variables());
        space.entries().forEach(group -> group.places().forEach(place -> primaries.add(place.present())));
    }

    /** Finds which verdicts there are, and somebody for each but the strictest, the mildest first. */
    private List<Assignment> reach() {
        var mild = new ArrayList<Assignment>();
        for (Verdict verdict : Verdict.values()) {
            if (solver.solve(outcome.is(verdict))) {
                reachable.add(verdict);
                if (verdict != Verdict.NOT_SUITABLE && verdict != Verdict.UNDECIDED) {
                    mild.add(0, space.assignment(solver));
                }
            }
        }
        return mild;
    }

    /** The verdicts that some complete answers have. */
    List<Verdict> reachable() {
        return reachable;
    }

    private List<Integer> roots() {
        var roots = new ArrayList<>(List.of(Formula.TRUE));
        roots.addAll(verdicts);
        Stream.concat(
                        space.facts().stream(),
                        space.entries().stream()
                                .flatMap(group -> group.places().stream().map(Entries.Place::fact)))
                .forEach(fact -> fact.variables().forEach(variable -> {
                    roots.add(fact.asked(variable.question()));
                    IntStream.of(variable.variables()).forEach(roots::add);
                }));
        for (Entries group : space.entries()) {
            IntStream.of(group.some()).forEach(roots::add);
            for (Entries.Place place : group.places()) {
                roots.add(place.present());
                group.group().closed().forEach(question -> roots.add(place.asked(question, space.formula())));
            }
        }
        return roots;
    }

    public Space space() {
        return space;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The literals of all verdicts. */
    List<Integer> verdicts() {
        return verdicts;
    }

    public Solver solver() {
        return solver;
    }

    /** The same rules with a switch at each that another source contradicts. */
    Disputes disputes() {
        if (disputes == null) {
            disputes = new Disputes(space, rules);
        }
        return disputes;
    }

    /** The verdicts that are, or are not, among these. */
    List<Integer> verdicts(boolean among, Set<Verdict> some) {
        return Stream.of(Verdict.values())
                .filter(verdict -> some.contains(verdict) == among)
                .map(outcome::is)
                .toList();
    }

    /** Every variable that answers decide. */
    List<Integer> primaries() {
        return primaries;
    }

    /** Literals of single values of what a slot asks for. */
    List<int[]> choices(Slot slot) {
        return slot.question() == null
                ? space.entries(slot.group()).choices()
                : space.fact(slot).variable(slot.question()).choices();
    }

    /** Whether the solvers have grown so much that a new workspace is faster. */
    boolean isWorn() {
        return solver.solved() > MOST_SOLVED || space.formula().size() > MOST_NODES;
    }

    /** Values of the variables of what a slot asks for: choice after choice, lane after lane. */
    long[][] turns(Slot slot) {
        int[] variables = space.variables(slot);
        return turns.computeIfAbsent(variables, each -> {
            List<int[]> choices = choices(slot);
            var rows = new long[variables.length][CompletionSamples.words()];
            for (int lane = 0; lane < 64 * CompletionSamples.words(); lane++) {
                for (int literal : choices.get(lane % choices.size())) {
                    for (int i = 0; i < variables.length; i++) {
                        rows[i][lane / 64] |= literal == variables[i] ? 1L << lane : 0;
                    }
                }
            }
            return rows;
        });
    }

    CompletionSamples samples() {
        return samples;
    }

    /** Lanes in which everything is open. */
    ParallelAssignments open(int words) {
        return new ParallelAssignments(space.formula(), cone, words);
    }

    /**
     * The formula doubled, with other values of some variables.
     *
     * @param differs holds where the verdict is another one with the other values
     * @param solver one that knows nothing else, so that it stays fast
     */
    record Flip(Formula.Replacement replacement, int differs, Solver solver) {}

    /** The formula doubled with other values of what a slot asks for. */
    Flip flip(Slot slot) {
        int[] variables = space.variables(slot);
        return flipped.computeIfAbsent(variables, each -> {
            int[] copies = slot.question() == null
                    ? IntStream.of(variables)
                            .map(any -> space.formula().variable())
                            .toArray()
                    : space.fact(slot).variable(slot.question()).copy().variables();
            var replacement = new Formula.Replacement();
            IntStream.range(0, variables.length).forEach(i -> replacement.put(variables[i], copies[i]));
            return new Flip(replacement, differs(replacement), new Solver(space.formula()));
        });
    }

    private int differs(Formula.Replacement replacement) {
        return space.formula()
                .or(verdicts.stream()
                        .map(is -> space.formula().differ(is, space.formula().replaced(is, replacement)))
                        .toList());
    }
}
