package dev.stipple.authoring.coverage;

import dev.stipple.authoring.scenario.Evaluated;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scenarios of a rules folder have seen of it, and what not.
 *
 * @param seen every point that there is, and whether some scenario has seen it
 */
public record Coverage(Contents contents, Scenarios scenarios, List<Seen> seen) {

    /** A point of some kind at its place. */
    public record Seen(Kind kind, Place place, CoverageItem point, boolean yes) {}

    /** What is counted. */
    enum Kind {
        RULES,
        CONDITIONS,
        OPTIONS,
        THRESHOLDS,
        VERDICTS
    }

    /** Covered and all points of one kind, named in lower case. */
    public record Count(String kind, long covered, long all) {}

    /** Evaluates every scenario, and looks for every point in what comes of it. */
    public static Coverage of(Contents contents, Scenarios scenarios) {
        var results = scenarios.all().stream()
                .map(scenario -> Evaluated.of(contents, scenario.answers()))
                .toList();
        return new Coverage(
                contents,
                scenarios,
                new Points(contents)
                        .all()
                        .map(seen -> new Seen(
                                seen.kind(),
                                seen.place(),
                                seen.point(),
                                results.stream().anyMatch(seen.point()::seenIn)))
                        .toList());
    }

    /** How much of each kind is covered, in the order of rules, conditions, options, thresholds, verdicts. */
    public List<Count> counts() {
        return Stream.of(Kind.values())
                .map(kind -> new Count(
                        kind.name().toLowerCase(Locale.ROOT),
                        seen.stream()
                                .filter(each -> each.kind() == kind && each.yes())
                                .count(),
                        seen.stream().filter(each -> each.kind() == kind).count()))
                .toList();
    }

    /** Covered points of a hundred, of all kinds together, rounded down. */
    public int percent() {
        return (int) (100 * seen.stream().filter(Seen::yes).count() / Math.max(1, seen.size()));
    }

    /** Of points that no scenario has seen, each: a line that says so, then a scenario that would see it. */
    public List<List<String>> suggest(List<Seen> gaps) {
        var suggestions = new Suggestions(contents, scenarios);
        return gaps.stream()
                .map(gap -> {
                    var lines = new ArrayList<>(
                            List.of(gap.place() + ": " + gap.point().what()));
                    lines.addAll(suggestions.seeing(gap.point()).orElse(List.of("  no scenario was found that would")));
                    return List.copyOf(lines);
                })
                .toList();
    }

    /** What no scenario has seen, in the order of the rules. */
    public List<Seen> missing() {
        return seen.stream().filter(each -> !each.yes()).toList();
    }

    /** All points of the contents. */
    private record Points(Contents contents) {
        Stream<Seen> all() {
            return Stream.of(rules(), conditions(), thresholds(), options(), verdicts())
                    .flatMap(points -> points);
        }

        private static Seen point(Kind kind, Place place, CoverageItem point) {
            return new Seen(kind, place, point, false);
        }

        private Stream<Seen> rules() {
            return contents.rules().stream()
                    .map(rule -> point(Kind.RULES, rule.span().place(), new CoverageItem.Fires(rule)));
        }

        private Stream<Seen> conditions() {
            return contents.rules().stream()
                    .flatMap(rule -> rule.condition()
                            .patterns()
                            .flatMap(pattern -> pattern.constraint()
                                    .comparisons()
                                    .flatMap(comparison -> Stream.of(true, false)
                                            .map(truth -> side(rule, pattern, comparison, truth)))));
        }

        private Seen side(Rule rule, Pattern pattern, Comparison comparison, boolean truth) {
            Place place = comparison.span().place();
            String written = comparison.span().in(contents.folder().text(place.file()));
            return point(Kind.CONDITIONS, place, new CoverageItem.Side(rule, pattern, comparison, truth, written));
        }

        private Stream<Seen> thresholds() {
            var known = new HashSet<String>();
            return contents.rules().stream()
                    .flatMap(rule -> rule.condition()
                            .patterns()
                            .flatMap(pattern -> pattern.constraint()
                                    .comparisons()
                                    .filter(comparison -> comparison.question() instanceof Question.Number)
                                    .flatMap(comparison -> sides(comparison)
                                            .filter(number -> known.add(
                                                    comparison.question().path() + number))
                                            .map(number -> point(
                                                    Kind.THRESHOLDS,
                                                    comparison.span().place(),
                                                    CoverageItem.Answered.number(
                                                            pattern.group(), comparison.question(), number, rule))))));
        }

        /** The last number on either side of what a comparison tells apart. */
        private static Stream<Integer> sides(Comparison comparison) {
            return comparison.literals().stream()
                    .map(Integer::parseInt)
                    .flatMap(number -> switch (comparison.operator()) {
                        case LESS, AT_LEAST -> Stream.of(number - 1, number);
                        case AT_MOST, GREATER -> Stream.of(number, number + 1);
                        default -> Stream.of(number - 1, number, number + 1);
                    })
                    .filter(number ->
                            comparison.question() instanceof Question.Number question && question.accepts(number));
        }

        private Stream<Seen> options() {
            Map<String, Place> places = QuestionPlaces.of(contents.folder());
            return contents.questionnaire().groups().stream()
                    .flatMap(group -> group.closed().stream()
                            .flatMap(question -> options(group, question)
                                    .map(point -> point(
                                            Kind.OPTIONS,
                                            places.getOrDefault(question.path(), Place.startOf(QuestionnaireFile.NAME)),
                                            point))));
        }

        private static Stream<CoverageItem> options(Group group, Question.Closed question) {
            return question.match(
                    number -> Stream.of(),
                    yesNo -> Stream.of(true, false).map(truth -> CoverageItem.Answered.truth(group, yesNo, truth)),
                    choice -> choice.options().stream()
                            .map(option ->
                                    CoverageItem.Answered.option(group, choice, option, new Value.Choice(option))),
                    choices -> choices.options().stream()
                            .map(option -> CoverageItem.Answered.option(
                                    group, choices, option, new Value.Choices(List.of(option)))));
        }

        /** Each verdict that some rule brings about. */
        private Stream<Seen> verdicts() {
            var rules = contents.rules().stream()
                    .filter(rule -> rule.effect() != null)
                    .collect(Collectors.groupingBy(
                            rule -> Objects.requireNonNull(rule.effect()).verdict(),
                            TreeMap::new,
                            Collectors.toList()));
            return rules.entrySet().stream()
                    .map(verdict -> point(
                            Kind.VERDICTS,
                            verdict.getValue().get(0).span().place(),
                            new CoverageItem.Reached(verdict.getKey(), verdict.getValue())));
        }
    }
}
