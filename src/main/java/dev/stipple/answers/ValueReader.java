package dev.stipple.answers;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answer to one question.
 *
 * @param pointer where the answer stands
 * @param faults takes what is wrong with it
 */
record ValueReader(Question question, String pointer, AnswerFaults faults) {
    /** The value; null where there is a fault. */
    @Nullable
    Value read(JsonNode json) {
        return switch (question.type()) {
            case INTEGER -> number(json);
            case BOOLEAN -> flag(json);
            case CHOICE -> {
                Option option = option(json, pointer);
                yield option == null ? null : new Value.Choice(option);
            }
            case CHOICES -> choices(json);
        };
    }

    private @Nullable Value number(JsonNode json) {
        if (!json.isIntegralNumber()) {
            faults.add(pointer, "this is not a whole number", bounds());
            return null;
        }
        if (!json.canConvertToInt() || json.intValue() < question.min() || json.intValue() > question.max()) {
            faults.add(pointer, "this number is out of bounds", bounds());
            return null;
        }
        return new Value.Quantity(json.intValue());
    }

    private String bounds() {
        return "a whole number from " + question.min() + " to " + question.max();
    }

    private @Nullable Value flag(JsonNode json) {
        if (!json.isBoolean()) {
            faults.add(pointer, "this is not true or false", "true or false");
            return null;
        }
        return new Value.Flag(json.booleanValue());
    }

    private @Nullable Option option(JsonNode json, String place) {
        if (!json.isString()) {
            faults.add(place, "this is not an option", "one of " + String.join(", ", question.codes()));
            return null;
        }
        Optional<Option> option = question.option(json.stringValue());
        if (option.isEmpty()) {
            faults.addUnknown(place, "option", json.stringValue(), question.codes());
        }
        return option.orElse(null);
    }

    private @Nullable Value choices(JsonNode json) {
        if (!json.isArray()) {
            faults.add(
                    pointer,
                    "this is not an array",
                    "an array of options among " + String.join(", ", question.codes()));
            return null;
        }
        if (json.isEmpty()) {
            return none();
        }
        var chosen = new HashSet<Option>();
        for (int i = 0; i < json.size(); i++) {
            Option option = option(json.get(i), pointer + "/" + i);
            if (option != null && !chosen.add(option)) {
                faults.add(pointer + "/" + i, "this option is chosen twice", "each option at most once");
            }
        }
        if (chosen.size() > 1
                && chosen.stream().anyMatch(option -> option.code().equals(Option.NONE))) {
            faults.add(pointer, "NONE stands beside other options", "NONE alone, or the options that apply");
        }
        return new Value.Choices(
                question.options().stream().filter(chosen::contains).toList());
    }

    private @Nullable Value none() {
        Optional<Option> none = question.hasNone() ? question.option(Option.NONE) : Optional.empty();
        if (none.isEmpty()) {
            faults.add(pointer, "nothing is chosen", "at least one of " + String.join(", ", question.codes()));
            return null;
        }
        return new Value.Choices(List.of(none.get()));
    }
}
