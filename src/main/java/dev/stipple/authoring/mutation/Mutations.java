package dev.stipple.authoring.mutation;

import dev.stipple.authoring.mutation.Mutation.Kind;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Condition;
import dev.stipple.rule.Constraint.Comparison;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Operator;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Span;
import dev.stipple.rulebook.dialect.FactsFile;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes every small change to a rule that some scenario ought to notice. */
record Mutations(RulesFolder folder) {
    private static final Map<Operator, String> OPPOSITE = Map.of(
            Operator.LESS, "<=",
            Operator.AT_MOST, "<",
            Operator.GREATER, ">=",
            Operator.AT_LEAST, ">",
            Operator.EQUAL, "!=",
            Operator.NOT_EQUAL, "==",
            Operator.IN, "not in",
            Operator.NOT_IN, "in",
            Operator.CONTAINS, "not contains",
            Operator.NOT_CONTAINS, "contains");

    Stream<Mutation> of(Rule rule) {
        return Stream.of(
                        effects(rule),
                        rule.condition()
                                .patterns()
                                .flatMap(pattern -> pattern.constraint()
                                        .comparisons()
                                        .flatMap(comparison -> of(rule, pattern, comparison))),
                        patterns(rule),
                        Stream.of(new Mutation(rule, Kind.RULE, rule.span(), "")))
                .flatMap(mutations -> mutations);
    }

    private Stream<Mutation> of(Rule rule, Condition.Pattern pattern, Comparison comparison) {
        return Stream.of(
                        operator(rule, comparison),
                        thresholds(rule, comparison),
                        options(rule, pattern, comparison),
                        dropped(rule, comparison))
                .flatMap(mutations -> mutations);
    }

    private Stream<Mutation> effects(Rule rule) {
        Effect effect = rule.effect();
        if (effect == null) {
            return Stream.empty();
        }
        Span span = Objects.requireNonNull(rule.metadata().get("effect"));
        List<Effect> effects = List.of(Effect.values());
        int at = effects.indexOf(effect);
        return IntStream.of(at - 1, at + 1)
                .filter(other -> 0 <= other && other < effects.size())
                .mapToObj(other ->
                        new Mutation(rule, Kind.EFFECT, span, effects.get(other).name()));
    }

    /** The opposite comparison, which stands on an answer as every negation must. */
    private Stream<Mutation> operator(Rule rule, Comparison comparison) {
        String opposite = OPPOSITE.get(comparison.operator());
        if (opposite == null) {
            return Stream.empty();
        }
        String field = comparison.question().id();
        boolean negates = opposite.startsWith("not ") || opposite.equals("!=");
        Span span = negates ? comparison.span() : comparison.operatorSpan();
        String literals = folder.text(span.file())
                .substring(comparison.operatorSpan().end(), comparison.span().end());
        String replacement =
                negates ? "(" + field + " != null && " + field + " " + opposite + literals + ")" : opposite;
        return Stream.of(new Mutation(rule, Kind.OPERATOR, span, replacement));
    }

    private static Stream<Mutation> thresholds(Rule rule, Comparison comparison) {
        if (!(comparison.question() instanceof Question.Number)) {
            return Stream.empty();
        }
        return IntStream.range(0, comparison.literals().size())
                .boxed()
                .flatMap(index -> IntStream.of(-1, 1)
                        .map(step -> Integer.parseInt(comparison.literals().get(index)) + step)
                        .mapToObj(number -> new Mutation(
                                rule, Kind.THRESHOLD, comparison.literalSpans().get(index), Integer.toString(number))));
    }

    private static Stream<Mutation> options(Rule rule, Condition.Pattern pattern, Comparison comparison) {
        Question question = comparison.question();
        return IntStream.range(0, comparison.literals().size()).boxed().flatMap(index -> {
            Span span = comparison.literalSpans().get(index);
            String code = comparison.literals().get(index);
            if (question instanceof Question.YesNo) {
                String other = Boolean.toString(!Boolean.parseBoolean(code));
                return Stream.of(new Mutation(rule, Kind.OPTION, span, other));
            }
            return neighbours(question, code, comparison.literals())
                    .map(option -> FactsFile.enumName(pattern.group(), question) + "." + option.code())
                    .map(option -> new Mutation(rule, Kind.OPTION, span, option));
        });
    }

    /** The options just before and after one, those passed over that are named as well. */
    private static Stream<Option> neighbours(Question question, String code, List<String> named) {
        var options = question.options();
        int at = question.codes().indexOf(code);
        if (at < 0) {
            return Stream.empty();
        }
        var before = IntStream.iterate(at - 1, index -> index >= 0, index -> index - 1)
                .mapToObj(options::get)
                .filter(option -> !named.contains(option.code()))
                .limit(1);
        var after = options.subList(at + 1, options.size()).stream()
                .filter(option -> !named.contains(option.code()))
                .limit(1);
        return Stream.concat(before, after);
    }

    /** A comparison, and each of several options in a list, left out. */
    private Stream<Mutation> dropped(Rule rule, Comparison comparison) {
        var listed = comparison.literals().size() > 1
                ? comparison.literalSpans().stream()
                        .flatMap(span -> Removal.of(folder, span, rule.span(), ","))
                        .map(span -> new Mutation(rule, Kind.OPTION, span, ""))
                : Stream.<Mutation>empty();
        var whole = Removal.of(folder, comparison.span(), rule.span(), ",", "&&", "||")
                .map(span -> new Mutation(rule, Kind.CONDITION, span, ""));
        return Stream.concat(whole, listed);
    }

    private Stream<Mutation> patterns(Rule rule) {
        return rule.condition()
                .nodes()
                .flatMap(node -> span(node).stream())
                .flatMap(span -> Removal.ofPattern(folder, span, rule.span()))
                .map(span -> new Mutation(rule, Kind.CONDITION, span, ""));
    }

    private static List<Span> span(Condition node) {
        return node.match(
                all -> List.of(),
                any -> List.of(),
                matches -> List.of(matches.pattern().span()),
                exists -> List.of(exists.span()),
                notAny -> List.of(notAny.span()),
                answered -> List.of(answered.span()),
                decided -> List.of(decided.span()));
    }
}
