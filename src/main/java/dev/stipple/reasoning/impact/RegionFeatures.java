package dev.stipple.reasoning.impact;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import dev.stipple.reasoning.formula.Assignment;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.impact.Impact.Part;
import dev.stipple.reasoning.impact.Impact.Stretch;
import dev.stipple.reasoning.space.Fact;
import dev.stipple.reasoning.space.SingleChoice;
import dev.stipple.reasoning.space.Space;
import dev.stipple.reasoning.space.ValueClass;
import dev.stipple.reasoning.space.Variable;
import dev.stipple.rule.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a region of answers can be described by: single answers, and whether some entry passes a pattern. */
final class RegionFeatures {
    private static final int SAMPLES = 4_096;
    private static final long SEED = 20_261_120;

    /**
     * Something that holds or does not.
     *
     * @param cells of a question with one answer, those that the answer lies in; otherwise empty
     */
    record Feature(int literal, Part part, List<Integer> cells) {}

    private final Space space;
    private final Formula formula;
    private final Map<Integer, Condition.Pattern> patterns = new LinkedHashMap<>();

    RegionFeatures(Space space, Collection<Condition> conditions) {
        this.space = space;
        this.formula = space.formula();
        conditions.stream()
                .flatMap(Condition::patterns)
                .filter(pattern -> pattern.group().repeats())
                .forEach(pattern -> {
                    int literal = space.exists(pattern.group(), pattern.constraint());
                    if (!Formula.isConstant(literal)) {
                        patterns.putIfAbsent(literal, pattern);
                    }
                });
    }

    /** Everything that tells somebody's verdict. */
    List<Feature> of(Assignment person) {
        var features = new ArrayList<Feature>();
        for (Fact fact : space.facts()) {
            for (Variable variable : fact.variables()) {
                if (variable instanceof SingleChoice oneOf) {
                    features.add(among(oneOf, List.of(oneOf.index(oneOf.read(person, null)))));
                } else {
                    variable.question().options().forEach(option -> features.add(chosen(variable, option, person)));
                }
            }
        }
        patterns.forEach((literal, pattern) -> {
            boolean some = person.holds(literal);
            features.add(new Feature(
                    some ? literal : Formula.not(literal),
                    new Part.Entry(pattern.group(), pattern.constraint(), some),
                    List.of()));
        });
        return features;
    }

    private static Feature chosen(Variable variable, Option option, Assignment person) {
        int literal = variable.variables()[option.position()];
        boolean chosen = person.holds(literal);
        return new Feature(
                chosen ? literal : Formula.not(literal),
                new Part.Chosen(variable.question(), option, chosen),
                List.of());
    }

    private Feature among(SingleChoice variable, Collection<Integer> cells) {
        var sorted = List.copyOf(new TreeSet<>(cells));
        int literal = formula.or(sorted.stream().map(variable::literal).toList());
        return new Feature(literal, new Part.Among(variable.question(), stretches(variable, sorted)), sorted);
    }

    private static List<Stretch> stretches(SingleChoice variable, List<Integer> cells) {
        var stretches = new ArrayList<Stretch>();
        for (int cell : cells) {
            ValueClass each = variable.cells().get(cell);
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null
                    && last.to() instanceof Value.Quantity end
                    && each.value() instanceof Value.Quantity start
                    && end.value() + 1 == start.value()) {
                stretches.set(stretches.size() - 1, new Stretch(last.from(), each.last()));
            } else {
                stretches.add(new Stretch(each.value(), each.last()));
            }
        }
        return List.copyOf(stretches);
    }

    /** Features to try besides one, so that a region becomes wider. */
    List<Feature> wider(Feature feature) {
        if (!(feature.part() instanceof Part.Among among)) {
            return List.of();
        }
        SingleChoice variable = variable(among.question());
        return IntStream.range(0, variable.cells().size())
                .filter(cell -> !feature.cells().contains(cell))
                .mapToObj(cell -> among(variable, List.of(cell)))
                .toList();
    }

    /** Either of two features of the same question. */
    Feature joined(Feature one, Feature other) {
        var cells = new TreeSet<>(one.cells());
        cells.addAll(other.cells());
        return among(variable(((Part.Among) one.part()).question()), cells);
    }

    private SingleChoice variable(Question.Closed question) {
        return (SingleChoice)
                space.fact(space.questionnaire().group(question.group()).orElseThrow())
                        .variable(question);
    }

    /** How large a part of all answers has all these features; by samples where single answers do not tell. */
    double share(List<Feature> box) {
        double share = 1;
        var rest = new ArrayList<Feature>();
        for (Feature feature : box) {
            if (feature.part() instanceof Part.Among among) {
                List<ValueClass> cells = variable(among.question()).cells();
                double all = cells.stream().mapToInt(ValueClass::size).sum();
                share *= feature.cells().stream()
                                .mapToInt(cell -> cells.get(cell).size())
                                .sum()
                        / all;
            } else {
                rest.add(feature);
            }
        }
        return rest.isEmpty() ? share : share * sampled(rest);
    }

    private double sampled(List<Feature> features) {
        var random = new SplittableRandom(SEED);
        int hits = 0;
        for (int i = 0; i < SAMPLES; i++) {
            var person = new Assignment(formula);
            space.everyVariable().forEach(variable -> variable.sample(random, person));
            space.entries()
                    .forEach(group -> IntStream.of(group.some())
                            .forEach(each -> person.set(Formula.node(each), random.nextBoolean())));
            hits += features.stream().allMatch(feature -> person.holds(feature.literal())) ? 1 : 0;
        }
        return (double) hits / SAMPLES;
    }
}
