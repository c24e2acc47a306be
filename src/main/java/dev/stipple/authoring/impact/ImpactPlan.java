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
 * @param kinds every change that some complete answers show, the milder ones first
 * @param population how many made-up people were tried
 * @param counts how many of those get another verdict, by the kind of change; some leave answers open
 */
public record ImpactPlan(List<Impact.Moved> kinds, int population, Map<Move, Long> counts, Explained explained) {
    private static final int MADE_UP = 1_000;
    private static final long SEED = 1;
    private static final int PEOPLE = 3;

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
        if (kinds.isEmpty()) {
            return List.of("No verdict changes: proved for every complete set of answers.");
        }
        var lines = new ArrayList<String>();
        kinds.forEach(kind -> lines.addAll(kind(kind)));
        counts.forEach((move, count) -> {
            if (kinds.stream().noneMatch(kind -> kind.move().equals(move))) {
                lines.add(move + ": " + of(count) + ", all with answers left open");
            }
        });
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        lines.add("");
        lines.add(of(all) + " get another verdict; no other change of a verdict is possible with complete answers.");
        return List.copyOf(lines);
    }

    private List<String> kind(Impact.Moved kind) {
        var lines = new ArrayList<>(List.of(kind.move() + ": " + of(counts.getOrDefault(kind.move(), 0L))));
        var byRules = new LinkedHashMap<List<String>, List<Answers>>();
        kind.people()
                .forEach(person -> byRules.computeIfAbsent(explained.rules(person), rules -> new ArrayList<>())
                        .add(person));
        byRules.forEach((rules, people) -> {
            rules.forEach(rule -> lines.add("  " + rule));
            people.forEach(person -> lines.add("    " + new ScenarioText(explained.scenarios()).who(person)));
        });
        return lines;
    }

    private String of(long count) {
        return count + " of " + String.format(Locale.ROOT, "%,d", population) + " made-up people";
    }
}
