package dev.stipple.reasoning.impact;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Move;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.impact.Impact.Part;
import dev.stipple.reasoning.impact.Impact.Region;
import dev.stipple.reasoning.proof.ProofExamples;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.RuleRunner;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Covers all answers on which two sets of rules come to different verdicts by regions: takes somebody on whom they differ,
 * forgets every answer that the difference does not need, widens those that are left, and goes on outside of it.
 */
final class DifferenceRegions {
    private static final int MOST_REGIONS = 40;

    private final Rules before;
    private final RuleRunner firedBefore;
    private final RuleRunner firedAfter;
    private final Space space;
    private final Formula formula;
    private final Outcome one;
    private final Outcome other;
    private final Solver solver;
    private final RegionFeatures features;
    private final List<Region> regions = new ArrayList<>();

    DifferenceRegions(Rules before, Rules after, RuleRunner firedBefore, RuleRunner firedAfter) {
        var conditions = Stream.concat(before.conditions().stream(), after.conditions().stream())
                .toList();
        this.before = before;
        this.firedBefore = firedBefore;
        this.firedAfter = firedAfter;
        this.space = new Space(before.questionnaire(), conditions, 0);
        this.formula = space.formula();
        this.one = new Outcome(space, before);
        this.other = new Outcome(space, after);
        this.solver = new Solver(formula);
        this.features = new RegionFeatures(space, conditions);
    }

    Impact.Difference difference() {
        boolean cut = moves().stream().anyMatch(this::collect);
        return new Impact.Difference(List.copyOf(regions), cut, List.of());
    }

    private static List<Move> moves() {
        return Arrays.stream(Verdict.values())
                .flatMap(from ->
                        Arrays.stream(Verdict.values()).filter(to -> to != from).map(to -> new Move(from, to)))
                .sorted()
                .toList();
    }

    /** Collects the regions of a move; whether there are too many of them. */
    private boolean collect(Move move) {
        int target = formula.and(one.is(move.from()), other.is(move.to()));
        var outside = new ArrayList<>(List.of(target));
        while (solver.solve(outside)) {
            if (regions.size() == MOST_REGIONS) {
                return true;
            }
            Assignment person =
                    new ProofExamples(space, solver).model(formula.and(outside)).orElseThrow();
            List<RegionFeatures.Feature> box = widened(needed(features.of(person), target), target);
            regions.add(region(move, box, person));
            outside.add(Formula.not(formula.and(
                    box.stream().map(RegionFeatures.Feature::literal).toList())));
        }
        return false;
    }

    private List<RegionFeatures.Feature> needed(List<RegionFeatures.Feature> all, int target) {
        List<RegionFeatures.Feature> kept = core(all, target);
        for (RegionFeatures.Feature feature : List.copyOf(kept)) {
            if (kept.contains(feature)) {
                var rest = new ArrayList<>(kept);
                rest.remove(feature);
                kept = isForced(rest, target) ? core(rest, target) : kept;
            }
        }
        return kept;
    }

    private List<RegionFeatures.Feature> core(List<RegionFeatures.Feature> some, int target) {
        if (!isForced(some, target)) {
            throw new IllegalStateException("the features of a person do not tell the verdicts");
        }
        var core = new HashSet<Integer>();
        Arrays.stream(solver.core()).forEach(core::add);
        return some.stream().filter(feature -> core.contains(feature.literal())).toList();
    }

    private boolean isForced(List<RegionFeatures.Feature> some, int target) {
        var assumptions = new ArrayList<>(List.of(Formula.not(target)));
        some.forEach(feature -> assumptions.add(feature.literal()));
        return !solver.solve(assumptions);
    }

    private List<RegionFeatures.Feature> widened(List<RegionFeatures.Feature> box, int target) {
        var wide = new ArrayList<>(box);
        for (int i = 0; i < wide.size(); i++) {
            for (RegionFeatures.Feature wider : features.wider(wide.get(i))) {
                var attempt = new ArrayList<>(wide);
                attempt.set(i, features.joined(wide.get(i), wider));
                if (isForced(attempt, target)) {
                    wide.set(i, attempt.get(i));
                }
            }
        }
        return wide;
    }

    private Region region(Move move, List<RegionFeatures.Feature> box, Assignment person) {
        Answers example = space.answers(person, Answers.none(before.questionnaire()));
        Verdict was = firedBefore.fire(example).verdict();
        Verdict is = firedAfter.fire(example).verdict();
        if (was != move.from() || is != move.to()) {
            throw new IllegalStateException("Drools goes from " + was + " to " + is + ", the reasoner from "
                    + move.from() + " to " + move.to());
        }
        List<Part> parts = box.stream().map(RegionFeatures.Feature::part).toList();
        return new Region(move, parts, features.share(box), example);
    }
}
