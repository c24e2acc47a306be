package dev.stipple.reasoning.proof;

import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Operator;
import dev.stipple.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A rule with one comparison turned into its opposite, for answers on which only that comparison fails. */
public final class JustFailing {
    private JustFailing() {}

    /** One condition for each comparison of the rule, in the order written. */
    public static List<Condition> of(Rule rule) {
        return variants(rule.condition()).toList();
    }

    private static Stream<Condition> variants(Condition condition) {
        return condition.match(
                all -> replacedEach(all.parts(), JustFailing::variants).map(Condition.All::new),
                any -> replacedEach(any.parts(), JustFailing::variants).map(Condition.Any::new),
                matches -> variants(matches.pattern()).map(Condition.Matches::new),
                exists -> variants(exists.pattern()).map(pattern -> new Condition.Exists(pattern, exists.span())),
                notAny -> variants(notAny.pattern()).map(pattern -> new Condition.NotAny(pattern, notAny.span())),
                answered -> Stream.empty(),
                decided -> Stream.empty());
    }

    private static Stream<Condition.Pattern> variants(Condition.Pattern pattern) {
        return opposites(pattern.constraint())
                .map(constraint ->
                        new Condition.Pattern(pattern.group(), constraint, pattern.binding(), pattern.span()));
    }

    private static Stream<Constraint> opposites(Constraint constraint) {
        return constraint.match(
                all -> replacedEach(all.parts(), JustFailing::opposites).map(Constraint.AllOf::new),
                any -> replacedEach(any.parts(), JustFailing::opposites).map(Constraint.AnyOf::new),
                comparison -> Stream.of(opposite(comparison)));
    }

    private static <T> Stream<List<T>> replacedEach(List<T> parts, Function<T, Stream<T>> variants) {
        return IntStream.range(0, parts.size())
                .boxed()
                .flatMap(i -> variants.apply(parts.get(i)).map(variant -> {
                    var changed = new ArrayList<>(parts);
                    changed.set(i, variant);
                    return List.copyOf(changed);
                }));
    }

    private static Comparison opposite(Comparison comparison) {
        return new Comparison(
                comparison.question(),
                opposite(comparison.operator()),
                comparison.literals(),
                comparison.span(),
                comparison.operatorSpan(),
                comparison.literalSpans());
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case LESS -> Operator.AT_LEAST;
            case AT_LEAST -> Operator.LESS;
            case GREATER -> Operator.AT_MOST;
            case AT_MOST -> Operator.GREATER;
            case IN -> Operator.NOT_IN;
            case NOT_IN -> Operator.IN;
            case CONTAINS -> Operator.NOT_CONTAINS;
            case NOT_CONTAINS -> Operator.CONTAINS;
            case KNOWN -> Operator.UNKNOWN;
            case UNKNOWN -> Operator.KNOWN;
        };
    }
}
