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
 * @param sent the answer, where it stands
 * @param faults takes what is wrong with it
 */
record ValueReader(Question question, SentJson sent, AnswerFaults faults) {
    /** The value; null where there is a fault. */
    @Nullable
    Value read() {
        return switch (question.type()) {
            case INTEGER -> number(sent.take());
            case BOOLEAN -> flag(sent.take());
            case CHOICE -> {
                Option option = option(sent);
                yield option == null ? null : new Value.Choice(option);
            }
            case CHOICES -> choices();
        };
    }

    private @Nullable Value number(JsonNode json) {
        if (!json.isIntegralNumber()) {
            faults.add(sent, "this is not a whole number", bounds());
            return null;
        }
        if (!json.canConvertToInt() || json.intValue() < question.min() || json.intValue() > question.max()) {
            faults.add(sent, "this number is out of bounds", bounds());
            return null;
        }
        return new Value.Quantity(json.intValue());
    }

    private String bounds() {
        return "a whole number from " + question.min() + " to " + question.max();
    }

    private @Nullable Value flag(JsonNode json) {
        if (!json.isBoolean()) {
            faults.add(sent, "this is not true or false", "true or false");
            return null;
        }
        return new Value.Flag(json.booleanValue());
    }

    private @Nullable Option option(SentJson place) {
        String code = place.text().orElse(null);
        if (code == null) {
            faults.add(place, "this is not an option", "one of " + String.join(", ", question.codes()));
            return null;
        }
        Optional<Option> option = question.option(code);
        if (option.isEmpty()) {
            faults.addUnknown(place, "option", code, question.codes());
        }
        return option.orElse(null);
    }

    private @Nullable Value choices() {
        if (!sent.isArray()) {
            faults.add(
                    sent, "this is not an array", "an array of options among " + String.join(", ", question.codes()));
            return null;
        }
        var items = sent.items();
        if (items.isEmpty()) {
            return none();
        }
        var chosen = new HashSet<Option>();
        for (SentJson item : items) {
            Option option = option(item);
            if (option != null && !chosen.add(option)) {
                faults.add(item, "this option is chosen twice", "each option at most once");
            }
        }
        if (chosen.size() > 1
                && chosen.stream().anyMatch(option -> option.code().equals(Option.NONE))) {
            faults.add(sent, "NONE stands beside other options", "NONE alone, or the options that apply");
        }
        return new Value.Choices(
                question.options().stream().filter(chosen::contains).toList());
    }

    private @Nullable Value none() {
        Optional<Option> none = question.hasNone() ? question.option(Option.NONE) : Optional.empty();
        if (none.isEmpty()) {
            faults.add(sent, "nothing is chosen", "at least one of " + String.join(", ", question.codes()));
            return null;
        }
        return new Value.Choices(List.of(none.get()));
    }
}
