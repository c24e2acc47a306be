package dev.stipple.answers;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Value;
import java.util.Collection;
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
record ValueReader(Question.Closed question, SentJson sent, AnswerFaults faults) {
    /** The value; null where there is a fault. */
    @Nullable
    Value read() {
        return question.match(
                number -> number(number, sent.take()), yesNo -> flag(sent.take()), choice -> choice(), this::choices);
    }

    private @Nullable Value number(Question.Number question, JsonNode json) {
        if (!json.isIntegralNumber()) {
            faults.add(sent, "this is not a whole number", bounds(question));
            return null;
        }
        if (!json.canConvertToInt() || !question.accepts(json.intValue())) {
            faults.add(sent, "this number is out of bounds", bounds(question));
            return null;
        }
        return new Value.Quantity(json.intValue());
    }

    private static String bounds(Question.Number question) {
        return "a whole number from " + question.min() + " to " + question.max();
    }

    private @Nullable Value flag(JsonNode json) {
        if (!json.isBoolean()) {
            faults.add(sent, "this is not true or false", "true or false");
            return null;
        }
        return new Value.Flag(json.booleanValue());
    }

    private @Nullable Value choice() {
        Option option = option(sent);
        return option == null ? null : new Value.Choice(option);
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

    /** Whether it says that more options may apply than those that are named. */
    boolean isOpen() {
        return question instanceof Question.Choices
                && sent.isArray()
                && sent.items().stream().anyMatch(ValueReader::isNotSure);
    }

    private static boolean isNotSure(SentJson item) {
        return item.text().filter(AnswersReader.NOT_SURE::equals).isPresent();
    }

    /** The options that are named where more may apply. */
    List<Option> some() {
        var items = sent.items();
        items.stream().filter(ValueReader::isNotSure).skip(1).forEach(this::addTwice);
        List<Option> some =
                options(items.stream().filter(item -> !isNotSure(item)).toList());
        if (some.isEmpty()) {
            faults.add(sent, "NOT_SURE stands alone in an array", "NOT_SURE without an array, or options beside it");
        }
        if (some.stream().anyMatch(option -> option.code().equals(Option.NONE))) {
            faults.add(sent, "NONE stands beside NOT_SURE", "NONE alone, or the options that apply");
        }
        return some;
    }

    private @Nullable Value choices(Question.Choices question) {
        if (!sent.isArray()) {
            faults.add(
                    sent, "this is not an array", "an array of options among " + String.join(", ", question.codes()));
            return null;
        }
        var items = sent.items();
        if (items.isEmpty()) {
            return none(question);
        }
        List<Option> chosen = options(items);
        if (chosen.size() > 1
                && chosen.stream().anyMatch(option -> option.code().equals(Option.NONE))) {
            faults.add(sent, "NONE stands beside other options", "NONE alone, or the options that apply");
        }
        return new Value.Choices(chosen);
    }

    /** The options that items name, in the order of the question. */
    private List<Option> options(Collection<SentJson> items) {
        var chosen = new HashSet<Option>();
        for (SentJson item : items) {
            Option option = option(item);
            if (option != null && !chosen.add(option)) {
                addTwice(item);
            }
        }
        return question.options().stream().filter(chosen::contains).toList();
    }

    private void addTwice(SentJson item) {
        faults.add(item, "this option is chosen twice", "each option at most once");
    }

    private @Nullable Value none(Question.Choices question) {
        Optional<Option> none = question.none();
        if (none.isEmpty()) {
            faults.add(sent, "nothing is chosen", "at least one of " + String.join(", ", question.codes()));
            return null;
        }
        return new Value.Choices(List.of(none.get()));
    }
}
