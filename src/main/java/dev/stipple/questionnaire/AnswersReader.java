package dev.stipple.questionnaire;

import dev.stipple.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads answers from JSON against a questionnaire; drops, coerces and defaults nothing. */
public final class AnswersReader {
    /** The code that says "I do not know", the same as leaving the question out. */
    public static final String NOT_SURE = "NOT_SURE";

    /** The most entries that a repeating group takes. */
    public static final int MOST_ENTRIES = 100;

    private final Questionnaire questionnaire;
    private final List<AnswerFault> faults = new ArrayList<>();

    private AnswersReader(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /**
     * Reads the object that holds one member a group.
     *
     * @param duplicates pointers, relative to the object, of names that were written twice
     * @throws InvalidAnswers with every fault
     */
    public static Answers read(Questionnaire questionnaire, JsonNode json, Collection<String> duplicates) {
        var reader = new AnswersReader(questionnaire);
        duplicates.forEach(pointer -> reader.fault(pointer, "this name is written twice", "one answer a question"));
        Answers answers = reader.answers(json);
        reader.checkAsked(answers);
        if (!reader.faults.isEmpty()) {
            throw new InvalidAnswers(reader.faults);
        }
        return answers;
    }

    /**
     * Reads answers of which some are laid over others: those whose question is not asked are left out, save that it is a
     * fault where they are among the given ones.
     *
     * @param given tells by JSON pointer which answers were laid over
     * @throws InvalidAnswers with every fault
     */
    public static Answers readApplicable(Questionnaire questionnaire, JsonNode json, Predicate<String> given) {
        var reader = new AnswersReader(questionnaire);
        Answers answers = reader.answers(json);
        Answers applicable = answers.applicable();
        for (Slot slot : answers.slots()) {
            if (slot.question() != null && given.test(slot.pointer())) {
                reader.checkKept(slot, answers, applicable);
            }
        }
        if (!reader.faults.isEmpty()) {
            throw new InvalidAnswers(reader.faults);
        }
        return applicable;
    }

    private void checkKept(Slot slot, Answers answers, Answers applicable) {
        if (answers.value(slot).isPresent() && applicable.value(slot).isEmpty()) {
            notAsked(slot);
        }
    }

    private Answers answers(JsonNode json) {
        if (!json.isObject()) {
            fault("", "this is not an object", "an object with one member a group of questions");
            return Answers.none(questionnaire);
        }
        Map<String, List<Entry>> groups = new HashMap<>();
        for (var member : json.properties()) {
            Optional<Group> group = questionnaire.group(member.getKey());
            if (group.isEmpty()) {
                unknownName("/" + escaped(member.getKey()), "group of questions", member.getKey(), groupIds());
            } else if (!member.getValue().isNull() && !isNotSure(member.getValue())) {
                List<Entry> entries = entries(group.get(), member.getValue());
                if (entries != null) {
                    groups.put(group.get().id(), entries);
                }
            }
        }
        return Answers.of(questionnaire, groups);
    }

    private List<String> groupIds() {
        return questionnaire.groups().stream().map(Group::id).toList();
    }

    /** The entries of a group; null where there is a fault that leaves none. */
    private @Nullable List<Entry> entries(Group group, JsonNode json) {
        String pointer = "/" + group.id();
        if (!group.repeats()) {
            return List.of(entry(group, json, pointer));
        }
        if (!json.isArray()) {
            fault(pointer, "this is not an array", "an array with one object an entry; [] says that there are none");
            return null;
        }
        if (json.size() > MOST_ENTRIES) {
            fault(pointer, "there are " + json.size() + " entries", "at most " + MOST_ENTRIES);
            return null;
        }
        var entries = new ArrayList<Entry>();
        for (JsonNode item : json) {
            entries.add(entry(group, item, pointer + "/" + entries.size()));
        }
        return entries;
    }

    private Entry entry(Group group, JsonNode json, String pointer) {
        if (!json.isObject()) {
            fault(pointer, "this is not an object", "an object with one member a question");
            return Entry.EMPTY;
        }
        Map<String, Value> values = new HashMap<>();
        for (var member : json.properties()) {
            Optional<Question> question = group.question(member.getKey());
            String place = pointer + "/" + escaped(member.getKey());
            if (question.isEmpty()) {
                unknownName(
                        place,
                        "question",
                        member.getKey(),
                        group.questions().stream().map(Question::id).toList());
            } else if (!member.getValue().isNull() && !isNotSure(member.getValue())) {
                Value value = value(question.get(), member.getValue(), place);
                if (value != null) {
                    values.put(question.get().id(), value);
                }
            }
        }
        return new Entry(values);
    }

    private static boolean isNotSure(JsonNode json) {
        return json.isString() && json.stringValue().equals(NOT_SURE);
    }

    private @Nullable Value value(Question question, JsonNode json, String pointer) {
        return switch (question.type()) {
            case INTEGER -> number(question, json, pointer);
            case BOOLEAN -> flag(json, pointer);
            case CHOICE -> {
                Option option = option(question, json, pointer);
                yield option == null ? null : new Value.Choice(option);
            }
            case CHOICES -> choices(question, json, pointer);
        };
    }

    private @Nullable Value number(Question question, JsonNode json, String pointer) {
        if (!json.isIntegralNumber()) {
            fault(pointer, "this is not a whole number", bounds(question));
            return null;
        }
        if (!json.canConvertToInt() || json.intValue() < question.min() || json.intValue() > question.max()) {
            fault(pointer, "this number is out of bounds", bounds(question));
            return null;
        }
        return new Value.Quantity(json.intValue());
    }

    private static String bounds(Question question) {
        return "a whole number from " + question.min() + " to " + question.max();
    }

    private @Nullable Value flag(JsonNode json, String pointer) {
        if (!json.isBoolean()) {
            fault(pointer, "this is not true or false", "true or false");
            return null;
        }
        return new Value.Flag(json.booleanValue());
    }

    private @Nullable Option option(Question question, JsonNode json, String pointer) {
        if (!json.isString()) {
            fault(pointer, "this is not an option", "one of " + String.join(", ", question.codes()));
            return null;
        }
        Optional<Option> option = question.option(json.stringValue());
        if (option.isEmpty()) {
            unknownName(pointer, "option", json.stringValue(), question.codes());
        }
        return option.orElse(null);
    }

    private @Nullable Value choices(Question question, JsonNode json, String pointer) {
        if (!json.isArray()) {
            fault(pointer, "this is not an array", "an array of options among " + String.join(", ", question.codes()));
            return null;
        }
        if (json.isEmpty()) {
            return none(question, pointer);
        }
        var chosen = new HashSet<Option>();
        for (int i = 0; i < json.size(); i++) {
            Option option = option(question, json.get(i), pointer + "/" + i);
            if (option != null && !chosen.add(option)) {
                fault(pointer + "/" + i, "this option is chosen twice", "each option at most once");
            }
        }
        if (chosen.size() > 1
                && chosen.stream().anyMatch(option -> option.code().equals(Option.NONE))) {
            fault(pointer, "NONE stands beside other options", "NONE alone, or the options that apply");
        }
        return new Value.Choices(
                question.options().stream().filter(chosen::contains).toList());
    }

    private @Nullable Value none(Question question, String pointer) {
        Optional<Option> none = question.hasNone() ? question.option(Option.NONE) : Optional.empty();
        if (none.isEmpty()) {
            fault(pointer, "nothing is chosen", "at least one of " + String.join(", ", question.codes()));
            return null;
        }
        return new Value.Choices(List.of(none.get()));
    }

    private void checkAsked(Answers answers) {
        for (Slot slot : answers.slots()) {
            Question question = slot.question();
            if (question == null || answers.value(slot).isEmpty()) {
                continue;
            }
            if (answers.asked(question, answers.entries(slot.group()).get(slot.entry())) == Asked.NO) {
                notAsked(slot);
            }
        }
    }

    private void notAsked(Slot slot) {
        fault(
                slot.pointer(),
                "this question does not apply",
                "no answer, as it is asked only when " + when(Objects.requireNonNull(slot.question())));
    }

    private static String when(Question question) {
        return question.askedWhen().stream()
                .map(AnswersReader::when)
                .reduce((one, other) -> one + " and " + other)
                .orElse("always");
    }

    private static String when(Requirement requirement) {
        if (requirement.codes().isEmpty()) {
            return requirement.question() + " is from " + requirement.min() + " to " + requirement.max();
        }
        return requirement.question()
                + (requirement.negated() ? " is none of " : " is one of ")
                + String.join(", ", requirement.codes().stream().sorted().toList());
    }

    private void unknownName(String pointer, String what, String name, Collection<String> names) {
        faults.add(new AnswerFault(
                pointer,
                "there is no such " + what,
                "one of " + String.join(", ", names),
                Nearest.to(name, names).orElse(null)));
    }

    private void fault(String pointer, String problem, String expected) {
        faults.add(new AnswerFault(pointer, problem, expected, null));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
