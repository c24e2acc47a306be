package dev.stipple.reasoning.proof;

import dev.stipple.questionnaire.Question;
import dev.stipple.reasoning.formula.Formula;
import dev.stipple.reasoning.space.Outcome;
import dev.stipple.reasoning.space.Space;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Condition.Pattern;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules of which one speaks well of what the other denies: both declare the same subject; or they are of different factors,
 * one supports and the other objects, and both name the same answer. A rule names an answer where a comparison of its
 * condition holds on it ({@code ==}, {@code in}, {@code contains} or an order), unless it declares that it is about other
 * questions. In a repeating group both have to match the same entry.
 */
final class PraiseCheck {
    private final Space space;
    private final Formula formula;
    private final Outcome outcome;

    PraiseCheck(Space space, Outcome outcome) {
        this.space = space;
        this.formula = space.formula();
        this.outcome = outcome;
    }

    /** Holds where both rules fire and the other denies what the one praises. */
    int of(Rule one, Rule other) {
        if (one.effect() != Effect.SUPPORTS || other.effect() == null || other.effect() == Effect.SUPPORTS) {
            return Formula.FALSE;
        }
        return formula.and(common(one, other), outcome.fires(one), outcome.fires(other));
    }

    private int common(Rule one, Rule other) {
        var subjects = new HashSet<>(one.claims().about());
        subjects.retainAll(other.claims().about());
        subjects.removeAll(one.claims().aboutQuestions());
        if (!subjects.isEmpty()) {
            return Formula.TRUE;
        }
        boolean derived = Objects.requireNonNull(other.effect()).objects()
                && !one.factor().equals(other.factor());
        return derived ? sameAnswer(one, other) : Formula.FALSE;
    }

    private int sameAnswer(Rule one, Rule other) {
        Set<String> mine = questions(one);
        Set<String> theirs = questions(other);
        return formula.or(patterns(one)
                .flatMap(pattern -> patterns(other).map(against -> sameAnswer(pattern, mine, against, theirs)))
                .toList());
    }

    private int sameAnswer(Pattern one, Set<String> mine, Pattern other, Set<String> theirs) {
        if (!one.group().id().equals(other.group().id())) {
            return Formula.FALSE;
        }
        List<Comparison> named = named(one, mine);
        List<Comparison> against = named(other, theirs);
        if (one.group().repeats()) {
            boolean common = named.stream().anyMatch(each -> against.stream().anyMatch(that -> meets(each, that)));
            return common ? space.exists(one.group(), one.constraint(), other.constraint()) : Formula.FALSE;
        }
        return formula.or(named.stream()
                .flatMap(each -> against.stream()
                        .filter(that -> meets(each, that))
                        .map(that -> formula.and(
                                space.fact(one.group()).holds(each),
                                space.fact(one.group()).holds(that))))
                .toList());
    }

    /** Whether both are about one question; of several choices, about one option. */
    private static boolean meets(Comparison one, Comparison other) {
        return one.question().path().equals(other.question().path())
                && (!(one.question() instanceof Question.Choices)
                        || one.literals().equals(other.literals()));
    }

    private static List<Comparison> named(Pattern pattern, Set<String> about) {
        return pattern.constraint()
                .comparisons()
                .filter(comparison -> comparison.operator().isNaming())
                .filter(comparison ->
                        about.isEmpty() || about.contains(comparison.question().path()))
                .toList();
    }

    /** The questions that a rule declares to be about; empty for all that it names. */
    private static Set<String> questions(Rule rule) {
        return rule.claims().aboutQuestions();
    }

    private static Stream<Pattern> patterns(Rule rule) {
        return rule.condition()
                .nodes()
                .filter(node ->
                        !(node instanceof Condition.NotAny) && node.parts().isEmpty())
                .flatMap(Condition::patterns);
    }
}
