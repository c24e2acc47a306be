package dev.stipple.authoring.coverage;

import dev.stipple.answers.Answers;
import dev.stipple.authoring.scenario.Evaluated;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.ScenarioText;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds people that a rules folder has no scenario of yet, and writes scenarios of them. */
public final class Suggestions {
    /** How many proposals are looked at before a search is given up. */
    private static final int MOST = 2000;

    /** How many of the promising ones are evaluated as a whole. */
    private static final int MOST_EVALUATED = 40;

    private final Contents contents;
    private final List<Answers> starts;
    private final ScenarioSearch steering;
    private final ScenarioText text;

    public Suggestions(Contents contents, Scenarios scenarios) {
        this.contents = contents;
        this.starts = Stream.concat(
                        scenarios.people().values().stream(),
                        scenarios.all().stream().map(Scenario::answers))
                .distinct()
                .toList();
        this.steering = new ScenarioSearch(AnswerRepair.usualAmong(starts));
        this.text = new ScenarioText(scenarios);
    }

    /** A scenario in which the point is seen; empty where none was found. */
    Optional<List<String>> seeing(CoverageItem point) {
        Predicate<Evaluated> seen = point::seenIn;
        return found(answers -> point.near(answers, steering), answers -> true, seen)
                .map(evaluated -> {
                    var lines = new ArrayList<>(
                            List.of("  " + text.who(evaluated.answers()) + " is told " + evaluated.verdict() + "."));
                    lines.addAll(text.write("FILL IN: " + point.what(), evaluated.answers(), expect(evaluated, point)));
                    return lines;
                });
    }

    /**
     * The first answers on this way from any known person that are wanted, evaluated.
     *
     * @param promising a quick test that wanted answers pass as well
     */
    public Optional<Evaluated> found(
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

    public ScenarioSearch steering() {
        return steering;
    }

    public ScenarioText text() {
        return text;
    }

    private static List<String> expect(Evaluated evaluated, CoverageItem point) {
        var lines = new ArrayList<>(List.of("verdict: " + evaluated.verdict()));
        Optional<Rule> rule = point instanceof CoverageItem.Fires fires
                ? Optional.of(fires.rule())
                : point instanceof CoverageItem.Side side ? Optional.of(side.rule()) : Optional.empty();
        rule.map(each -> expect(evaluated, each)).ifPresent(lines::add);
        return lines;
    }

    /** The line that expects of a rule what came of these answers. */
    public static String expect(Evaluated evaluated, Rule rule) {
        String key = evaluated.fired(rule.id()) ? rule.effect() == null ? "recommends" : "rules" : "notRules";
        return key + ": [" + rule.id() + "]";
    }
}
