package dev.stipple.reasoning.impact;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Move;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.impact.Impact.Part;
import dev.stipple.reasoning.impact.Impact.Region;
import dev.stipple.reasoning.space.OrdinaryPeople;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Covers all answers on which two sets of rules come to different verdicts by regions: takes somebody on whom they differ,
 * forgets every answer that the difference does not need, widens those that are left, and goes on outside of it.
 */
final class DifferenceRegions {
    private static final int MOST_REGIONS = 40;

    private final BothRules both;
    private final Witnesses witnesses;
    private final Formula formula;
    private final Solver solver;
    private final OrdinaryPeople people;
    private final RegionFeatures features;
    private final List<Region> regions = new ArrayList<>();

    DifferenceRegions(BothRules both, Witnesses witnesses) {
        this.both = both;
        this.witnesses = witnesses;
        this.formula = both.space().formula();
        this.solver = new Solver(formula);
        this.people = both.people(solver, List.of());
        this.features = new RegionFeatures(both.space(), both.conditions());
    }

    Impact.Difference difference() {
        boolean cut = moves().stream().anyMatch(this::collect);
        return new Impact.Difference(List.copyOf(regions), cut, List.of());
    }

    /** Every move from one verdict to another, the milder ones first. */
    static List<Move> moves() {
        return Arrays.stream(Verdict.values())
                .flatMap(from ->
                        Arrays.stream(Verdict.values()).filter(to -> to != from).map(to -> new Move(from, to)))
                .sorted()
                .toList();
    }

    /** Collects the regions of a move; whether there are too many of them. */
    private boolean collect(Move move) {
        int target = both.moves(move);
        var outside = new ArrayList<>(List.of(target));
        while (solver.solve(outside)) {
            if (regions.size() == MOST_REGIONS) {
                return true;
            }
            OrdinaryPeople.Person person = people.of(formula.and(outside)).orElseThrow();
            List<RegionFeatures.Feature> box = widened(needed(features.of(person.model()), target), target);
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

    private Region region(Move move, List<RegionFeatures.Feature> box, OrdinaryPeople.Person person) {
        Answers example = witnesses.confirmed(move, person.answers());
        List<Part> parts = box.stream().map(RegionFeatures.Feature::part).toList();
        return new Region(move, parts, features.share(box), example);
    }
}
