package dev.stipple.rule;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a rule fires, as a tree over patterns. */
public sealed interface Condition {
    /** What to do with each kind; a kind added is one that every reader of conditions has to say something about. */
    record Cases<T extends @Nullable Object>(
            Function<All, T> all,
            Function<Any, T> any,
            Function<Matches, T> matches,
            Function<Exists, T> exists,
            Function<NotAny, T> notAny,
            Function<Answered, T> answered,
            Function<Decided, T> decided) {}

    <T extends @Nullable Object> T match(Cases<T> cases);

    /** What the function of its kind says of this. */
    default <T extends @Nullable Object> T match(
            Function<All, T> all,
            Function<Any, T> any,
            Function<Matches, T> matches,
            Function<Exists, T> exists,
            Function<NotAny, T> notAny,
            Function<Answered, T> answered,
            Function<Decided, T> decided) {
        return match(new Cases<>(all, any, matches, exists, notAny, answered, decided));
    }

    /** The parts of this node, none for a leaf. */
    default List<Condition> parts() {
        return List.of();
    }

    /** This node and all below it, in the order written. */
    default Stream<Condition> nodes() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Condition::nodes));
    }

    /** How many ways it has to hold, its alternatives multiplied out. */
    default long ways() {
        return parts().stream().mapToLong(Condition::ways).reduce(1, (one, other) -> one * other);
    }

    /** Every pattern, negated ones included, in the order written. */
    default Stream<Pattern> patterns() {
        return nodes().flatMap(node -> node.match(
                all -> Stream.empty(),
                any -> Stream.empty(),
                matches -> Stream.of(matches.pattern()),
                exists -> Stream.of(exists.pattern()),
                notAny -> Stream.of(notAny.pattern()),
                answered -> Stream.empty(),
                decided -> Stream.empty()));
    }

    /** The question of every comparison, as often as it is tested. */
    default Stream<Question> questions() {
        return patterns().flatMap(pattern -> pattern.constraint().comparisons()).map(Constraint.Comparison::question);
    }

    /**
     * Facts of a group, and what is asked of one of them.
     *
     * @param binding name with its {@code $}; null where the pattern is not bound
     */
    record Pattern(
            Group group, Constraint constraint, @Nullable String binding, Span span) {}

    /** All parts have to hold. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.all().apply(this);
        }
    }

    /** One part has to hold. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public long ways() {
            return parts.stream().mapToLong(Condition::ways).sum();
        }

        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.any().apply(this);
        }
    }

    /** Some fact matches; the rule fires once for each that does. */
    record Matches(Pattern pattern) implements Condition {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.matches().apply(this);
        }
    }

    /** Some fact matches; the rule fires once. */
    record Exists(Pattern pattern, Span span) implements Condition {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.exists().apply(this);
        }
    }

    /** No fact matches. */
    record NotAny(Pattern pattern, Span span) implements Condition {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.notAny().apply(this);
        }
    }

    /** It is known which entries a repeating group has. */
    record Answered(Group group, Span span) implements Condition {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.answered().apply(this);
        }
    }

    /** The verdict is one of these; only rules of the plan ask this. */
    record Decided(Set<Verdict> verdicts, Span span) implements Condition {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.decided().apply(this);
        }
    }
}
