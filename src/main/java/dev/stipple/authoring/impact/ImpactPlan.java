package dev.stipple.authoring.impact;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Move;
import dev.stipple.authoring.scenario.Evaluated;
import dev.stipple.authoring.scenario.ScenarioText;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.reasoning.impact.Impact;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Contents;
import dev.stipple.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whose verdict changed rules change, as one reads it: each kind of change with the rules that make it, the most ordinary
 * people whom it concerns, and how many of some made-up people.
 *
 * @param moved every change that some complete answers show, the milder ones first
 * @param population how many made-up people were tried
 * @param counts how many of those get another verdict, by the kind of change; some leave answers open
 */
public record ImpactPlan(List<Impact.Moved> moved, int population, Map<Move, Long> counts, Explained explained) {
    private static final int MADE_UP = 1_000;
    private static final long SEED = 1;
    private static final int PEOPLE = 3;

    /**
     * One kind of change.
     *
     * @param count how many of the made-up people it concerns
     */
    public record Kind(Move move, long count, List<Cause> causes) {}

    /** Rules that make a change, each where it stands, and people whom it concerns, as subjects of a sentence. */
    public record Cause(List<String> rules, List<String> people) {}

    /** The rules as they were and are, to tell which of them make a change. */
    private record Explained(Contents before, Contents after, Scenarios scenarios) {
        /** The rules that spoke to somebody and do not any more, or the other way round. */
        List<String> rules(Answers person) {
            List<Rule> was = Evaluated.of(before, person).effective();
            List<Rule> is = Evaluated.of(after, person).effective();
            return Stream.concat(
                            is.stream()
                                    .filter(rule -> was.stream().noneMatch(other -> isAlike(rule, other)))
                                    .map(rule -> rule.span().place() + " " + rule.id() + " says " + rule.effect()),
                            was.stream()
                                    .filter(rule -> is.stream().noneMatch(other -> isAlike(rule, other)))
                                    .map(rule -> place(rule) + " " + rule.id() + " no longer says " + rule.effect()))
                    .toList();
        }

        private static boolean isAlike(Rule one, Rule other) {
            return one.id().equals(other.id()) && one.effect() == other.effect();
        }

        /** Where a rule stands now; where it stood if it is gone. */
        private String place(Rule rule) {
            return after.rule(rule.id()).orElse(rule).span().place().toString();
        }
    }

    /**
     * Compares two rulebooks whose questionnaires ask the same.
     *
     * @param scenarios of the rules as they would be
     */
    public static ImpactPlan between(Rulebook before, Rulebook after, Scenarios scenarios) {
        var population = new Population(after.contents(), SEED);
        return new ImpactPlan(
                Impact.moves(before, after, scenarios.people().values(), PEOPLE),
                MADE_UP,
                PeopleImpact.moves(
                        before, after, Stream.generate(population::next).limit(MADE_UP)),
                new Explained(before.contents(), after.contents(), scenarios));
    }

    public List<String> lines() {
        if (moved.isEmpty()) {
            return List.of("No verdict changes: proved for every complete set of answers.");
        }
        var lines = new ArrayList<String>();
        kinds().forEach(kind -> lines.addAll(lines(kind)));
        counts.forEach((move, count) -> {
            if (moved.stream().noneMatch(kind -> kind.move().equals(move))) {
                lines.add(move + ": " + of(count) + ", all with answers left open");
            }
        });
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        lines.add("");
        lines.add(of(all) + " get another verdict; no other change of a verdict is possible with complete answers.");
        return List.copyOf(lines);
    }

    private List<String> lines(Kind kind) {
        var lines = new ArrayList<>(List.of(kind.move() + ": " + of(kind.count())));
        kind.causes().forEach(cause -> {
            cause.rules().forEach(rule -> lines.add("  " + rule));
            cause.people().forEach(person -> lines.add("    " + person));
        });
        return lines;
    }

    /** Every change, the milder ones first, with what makes it. */
    public List<Kind> kinds() {
        return moved.stream()
                .map(kind -> new Kind(kind.move(), counts.getOrDefault(kind.move(), 0L), causes(kind.people())))
                .toList();
    }

    private List<Cause> causes(List<Answers> people) {
        var text = new ScenarioText(explained.scenarios());
        var byRules = new LinkedHashMap<List<String>, List<String>>();
        people.forEach(person -> byRules.computeIfAbsent(explained.rules(person), rules -> new ArrayList<>())
                .add(text.who(person)));
        return byRules.entrySet().stream()
                .map(each -> new Cause(each.getKey(), each.getValue()))
                .toList();
    }

    private String of(long count) {
        return count + " of " + String.format(Locale.ROOT, "%,d", population) + " made-up people";
    }
}
