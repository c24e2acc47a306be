package dev.stipple.authoring;

import dev.stipple.questionnaire.Answers;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds people that a rules folder has no scenario of yet, and writes scenarios of them. */
final class Suggestions {
    /** How many proposals are looked at before a search is given up. */
    private static final int MOST = 2000;

    /** How many of the promising ones are evaluated as a whole. */
    private static final int MOST_EVALUATED = 40;

    private final Contents contents;
    private final List<Answers> starts;
    private final Steering steering;
    private final ScenarioText text;

    Suggestions(Contents contents, Scenarios scenarios) {
        this.contents = contents;
        this.starts = Stream.concat(
                        scenarios.people().values().stream(),
                        scenarios.all().stream().map(Scenario::answers))
                .distinct()
                .toList();
        this.steering = new Steering(Adaptation.usualAmong(starts));
        this.text = new ScenarioText(scenarios);
    }

    /** A scenario in which the point is seen; empty where none was found. */
    Optional<List<String>> seeing(Point point) {
        Predicate<Evaluated> seen = point::seenIn;
        return found(answers -> point.near(answers, steering), answers -> true, seen)
                .map(evaluated ->
                        text.write("FILL IN: " + point.what(), evaluated.answers(), expect(evaluated, point)));
    }

    /**
     * The first answers on this way from any known person that are wanted, evaluated.
     *
     * @param promising a quick test that wanted answers pass as well
     */
    Optional<Evaluated> found(
            Function<Answers, Stream<Answers>> way, Predicate<Answers> promising, Predicate<Evaluated> wanted) {
        return starts.stream()
                .flatMap(way)
                .limit(MOST)
                .filter(promising)
                .flatMap(answers -> Stream.of(steering.adaptation().complete(answers), answers.applicable()))
                .filter(promising)
                .limit(MOST_EVALUATED)
                .map(answers -> Evaluated.of(contents, answers))
                .filter(wanted)
                .findFirst();
    }

    Steering steering() {
        return steering;
    }

    ScenarioText text() {
        return text;
    }

    private static List<String> expect(Evaluated evaluated, Point point) {
        var lines = new ArrayList<>(List.of("verdict: " + evaluated.verdict()));
        Optional<Rule> rule = point instanceof Point.Fires fires
                ? Optional.of(fires.rule())
                : point instanceof Point.Side side ? Optional.of(side.rule()) : Optional.empty();
        rule.map(each -> expect(evaluated, each)).ifPresent(lines::add);
        return lines;
    }

    /** The line that expects of a rule what came of these answers. */
    static String expect(Evaluated evaluated, Rule rule) {
        String key = evaluated.fired(rule.id()) ? rule.effect() == null ? "recommends" : "rules" : "notRules";
        return key + ": [" + rule.id() + "]";
    }
}
