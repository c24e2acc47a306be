package dev.stipple.questionnaire;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The answer to one question, by the kind of the question. Unknown is never a value. */
public sealed interface Value {
    /** A function for each kind. */
    record Cases<T extends @Nullable Object>(
            Function<Quantity, T> quantity,
            Function<Flag, T> flag,
            Function<Choice, T> choice,
            Function<Choices, T> choices) {}

    <T extends @Nullable Object> T match(Cases<T> cases);

    /** What the function for its kind makes of the value. */
    default <T extends @Nullable Object> T match(
            Function<Quantity, T> quantity,
            Function<Flag, T> flag,
            Function<Choice, T> choice,
            Function<Choices, T> choices) {
        return match(new Cases<>(quantity, flag, choice, choices));
    }

    /** The option codes of the answer; {@code true} or {@code false} for a yes-or-no question; none for a number. */
    List<String> codes();

    /** The answer as JSON has it: a number, true or false, a code, or a list of codes. */
    Object json();

    /** A whole number in the unit of its question. */
    record Quantity(int value) implements Value {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.quantity().apply(this);
        }

        @Override
        public List<String> codes() {
            return List.of();
        }

        @Override
        public Object json() {
            return value;
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements Value {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.flag().apply(this);
        }

        @Override
        public List<String> codes() {
            return List.of(Boolean.toString(value));
        }

        @Override
        public Object json() {
            return value;
        }
    }

    /** One option. */
    record Choice(Option option) implements Value {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.choice().apply(this);
        }

        @Override
        public List<String> codes() {
            return List.of(option.code());
        }

        @Override
        public Object json() {
            return option.code();
        }
    }

    /** At least one option, in the order of the question. */
    record Choices(List<Option> options) implements Value {
        @Override
        public <T extends @Nullable Object> T match(Cases<T> cases) {
            return cases.choices().apply(this);
        }

        @Override
        public List<String> codes() {
            return options.stream().map(Option::code).toList();
        }

        @Override
        public Object json() {
            return codes();
        }
    }
}
