package dev.stipple.questionnaire;

import java.util.List;

/** The answer to one question. Unknown is never a value. */
public sealed interface Value {
    /** The option codes of the answer; {@code true} or {@code false} for a yes-or-no question; none for a number. */
    List<String> codes();

    /** The answer as JSON has it: a number, true or false, a code, or a list of codes. */
    Object json();

    /** A whole number in the unit of its question. */
    record Quantity(int value) implements Value {
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
        public List<String> codes() {
            return options.stream().map(Option::code).toList();
        }

        @Override
        public Object json() {
            return codes();
        }
    }
}
