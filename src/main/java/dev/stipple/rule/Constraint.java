package dev.stipple.rule;

import dev.stipple.answers.Entry;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern asks of one fact. Holds exactly where Drools lets the fact match, unknown values included; of choices of
 * which a part is known, where Drools does so whatever the rest is.
 */
public sealed interface Constraint {
    /** What the function of its kind says of this. */
    <T extends @Nullable Object> T match(
            Function<AllOf, T> allOf, Function<AnyOf, T> anyOf, Function<Comparison, T> comparison);

    /** Whether the entry passes, whatever else is chosen where a part is known. */
    default boolean holds(Entry entry) {
        return holds(entry, false);
    }

    /**
     * Whether the entry passes.
     *
     * @param benefit what is taken of each comparison with choices of which only others are known
     */
    boolean holds(Entry entry, boolean benefit);

    /** Every single comparison, in the order written. */
    Stream<Comparison> comparisons();

    /** All parts have to hold; without parts, always. */
    record AllOf(List<Constraint> parts) implements Constraint {
        @Override
        public <T extends @Nullable Object> T match(
                Function<AllOf, T> allOf, Function<AnyOf, T> anyOf, Function<Comparison, T> comparison) {
            return allOf.apply(this);
        }

        @Override
        public boolean holds(Entry entry, boolean benefit) {
            return parts.stream().allMatch(part -> part.holds(entry, benefit));
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Constraint::comparisons);
        }
    }

    /** One part has to hold. */
    record AnyOf(List<Constraint> parts) implements Constraint {
        @Override
        public <T extends @Nullable Object> T match(
                Function<AllOf, T> allOf, Function<AnyOf, T> anyOf, Function<Comparison, T> comparison) {
            return anyOf.apply(this);
        }

        @Override
        public boolean holds(Entry entry, boolean benefit) {
            return parts.stream().anyMatch(part -> part.holds(entry, benefit));
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Constraint::comparisons);
        }
    }

    /**
     * A question compared with constants.
     *
     * @param literals option codes, {@code true} or {@code false}, or whole numbers; none for {@code null} comparisons
     * @param span the whole comparison
     * @param operatorSpan the operator alone
     * @param literalSpans each literal, as written
     */
    record Comparison(
            Question.Closed question,
            Operator operator,
            List<String> literals,
            Span span,
            Span operatorSpan,
            List<Span> literalSpans)
            implements Constraint {
        @Override
        public <T extends @Nullable Object> T match(
                Function<AllOf, T> allOf, Function<AnyOf, T> anyOf, Function<Comparison, T> comparison) {
            return comparison.apply(this);
        }

        @Override
        public boolean holds(Entry entry, boolean benefit) {
            List<Option> chosen = entry.chosen(question);
            return chosen.isEmpty()
                    ? accepts(entry.value(question).orElse(null))
                    : accepts(chosen.stream().map(Option::code).toList(), benefit);
        }

        /** Whether choices of which these are known pass; none of them is {@link Option#NONE}. */
        private boolean accepts(List<String> chosen, boolean benefit) {
            boolean told = operator == Operator.KNOWN || operator == Operator.UNKNOWN;
            if (told) {
                return operator == Operator.KNOWN;
            }
            String code = literals.get(0);
            boolean known = chosen.contains(code) || code.equals(Option.NONE);
            boolean negated = operator == Operator.NOT_CONTAINS;
            return known ? chosen.contains(code) != negated : benefit;
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(this);
        }

        /** Whether this answer passes; null stands for unknown and for not asked. */
        public boolean accepts(@Nullable Value value) {
            return switch (operator) {
                case UNKNOWN -> value == null;
                case KNOWN -> value != null;
                case EQUAL, IN -> value != null && isAmong(value);
                case NOT_EQUAL, NOT_IN -> value == null || !isAmong(value);
                case CONTAINS -> value != null && value.codes().contains(literals.get(0));
                case NOT_CONTAINS -> value == null || !value.codes().contains(literals.get(0));
                case LESS -> value != null && order(value) < 0;
                case AT_MOST -> value != null && order(value) <= 0;
                case GREATER -> value != null && order(value) > 0;
                case AT_LEAST -> value != null && order(value) >= 0;
            };
        }

        private boolean isAmong(Value value) {
            if (value instanceof Value.Quantity quantity) {
                return literals.contains(Integer.toString(quantity.value()));
            }
            return literals.contains(value.codes().get(0));
        }

        private int order(Value value) {
            if (value instanceof Value.Quantity quantity) {
                return Integer.compare(quantity.value(), Integer.parseInt(literals.get(0)));
            }
            int position = question.codes().indexOf(value.codes().get(0));
            return Integer.compare(position, question.codes().indexOf(literals.get(0)));
        }
    }
}
