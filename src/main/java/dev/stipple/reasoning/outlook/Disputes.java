package dev.stipple.reasoning.outlook;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Conclusion;
import dev.stipple.assessment.Outlook.Dispute;
import dev.stipple.assessment.Outlook.Swayed;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.formula.Solver;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Outcome.Swap;
import dev.stipple.reasoning.space.Rules;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Direction;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Evaluation;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What hangs on rules that another source contradicts: each of them has a switch for each direction in which one does, that
 * gives the rule the effect of the source which goes farthest.
 */
final class Disputes {
    private final Rules rules;
    private final Map<Direction, Map<String, Swap>> swaps = new EnumMap<>(Direction.class);
    private final Outcome outcome;
    private final Solver solver;

    Disputes(Space space, Rules rules) {
        this.rules = rules;
        var byRule = new HashMap<String, List<Swap>>();
        for (Direction direction : Direction.values()) {
            var those = new TreeMap<String, Swap>();
            rules.deciding()
                    .forEach(rule -> direction
                            .farthest(rule)
                            .ifPresent(effect -> those.put(
                                    rule.id(), new Swap(effect, space.formula().variable()))));
            those.forEach((rule, swap) ->
                    byRule.computeIfAbsent(rule, key -> new ArrayList<>()).add(swap));
            swaps.put(direction, those);
        }
        this.outcome = new Outcome(space, rules, byRule);
        this.solver = new Solver(space.formula());
    }

    /** The same for answers that leave nothing open, where what fired decides. */
    static Dispute ofComplete(Rules rules, Answers answers) {
        List<Rule> fired = fired(rules, answers);
        return dispute(fired, (direction, swayed) -> {
            Function<Rule, Effect> effects =
                    rule -> swayed.test(rule) ? direction.farthest(rule).orElse(effect(rule)) : effect(rule);
            return Set.of(Conclusion.of(fired, effects, rules.factors()));
        });
    }

    private static Dispute dispute(List<Rule> fired, BiFunction<Direction, Predicate<Rule>, Set<Verdict>> possible) {
        var findings = new TreeMap<String, Swayed>();
        for (Rule rule : fired) {
            if (!rule.otherwise().isEmpty()) {
                findings.put(rule.id(), swayed(direction -> possible.apply(direction, rule::equals)));
            }
        }
        return new Dispute(
                swayed(direction -> possible.apply(direction, rule -> true)), Collections.unmodifiableMap(findings));
    }

    private static Swayed swayed(Function<Direction, Set<Verdict>> possible) {
        return new Swayed(possible.apply(Direction.MILDER), possible.apply(Direction.STRICTER));
    }

    private static List<Rule> fired(Rules rules, Answers answers) {
        var evaluation = new Evaluation(answers, null);
        return rules.deciding().stream()
                .filter(rule -> evaluation.holds(rule.condition()))
                .toList();
    }

    /** What of the verdict hangs on contradicted rules. */
    Dispute of(Completions completions) {
        List<Rule> fired = fired(rules, completions.answers());
        Set<Verdict> settled = Reasoner.orUndecided(completions.possible());
        return dispute(fired, (direction, swayed) -> {
            List<Rule> those = swappable(direction).filter(swayed).toList();
            return those.isEmpty() || changesNothing(direction, those, fired, settled)
                    ? settled
                    : possible(direction, those, completions);
        });
    }

    private Stream<Rule> swappable(Direction direction) {
        Set<String> ids = switches(direction).keySet();
        return rules.deciding().stream().filter(rule -> ids.contains(rule.id()));
    }

    private Map<String, Swap> switches(Direction direction) {
        return Objects.requireNonNull(swaps.get(direction));
    }

    private Swap swap(Direction direction, Rule rule) {
        return Objects.requireNonNull(switches(direction).get(rule.id()));
    }

    /** Spares the solver: another rule that fired is as strict as these ever are, or settles the verdict by itself. */
    private boolean changesNothing(Direction direction, List<Rule> those, List<Rule> fired, Set<Verdict> settled) {
        Effect swayed = strictest(
                        those.stream().map(rule -> swap(direction, rule).effect()))
                .orElseThrow();
        Effect own = strictest(those.stream().map(Disputes::effect)).orElseThrow();
        Optional<Effect> other =
                strictest(fired.stream().filter(rule -> !those.contains(rule)).map(Disputes::effect));
        boolean covered = other.filter(effect -> effect.compareTo(own) <= 0 && effect.compareTo(swayed) <= 0)
                .isPresent();
        return covered
                || (settled.size() == 1
                        && settled.stream()
                                .allMatch(verdict -> direction == Direction.MILDER
                                        ? other.map(Effect::verdict).equals(Optional.of(verdict))
                                        : verdict.compareTo(swayed.verdict()) <= 0));
    }

    private static Optional<Effect> strictest(Stream<Effect> effects) {
        return effects.min(Effect::compareTo);
    }

    private static Effect effect(Rule rule) {
        return Objects.requireNonNull(rule.effect());
    }

    /** The verdicts that are possible with the switches of some rules on, and no others. */
    private Set<Verdict> possible(Direction direction, List<Rule> those, Completions completions) {
        Set<Integer> on =
                those.stream().map(rule -> swap(direction, rule).literal()).collect(Collectors.toSet());
        var assumptions = new ArrayList<>(completions.with());
        swaps.values().stream()
                .flatMap(switches -> switches.values().stream())
                .map(Swap::literal)
                .forEach(literal -> assumptions.add(on.contains(literal) ? literal : Formula.not(literal)));
        Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            assumptions.add(outcome.is(verdict));
            if (solver.solve(assumptions)) {
                possible.add(verdict);
            }
            assumptions.remove(assumptions.size() - 1);
        }
        return Reasoner.orUndecided(possible);
    }
}
