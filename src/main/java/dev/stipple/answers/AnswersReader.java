package dev.stipple.answers;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads answers from JSON against a questionnaire; drops, coerces and defaults nothing. */
public final class AnswersReader {
    /** The code that says "I do not know", the same as leaving the question out. */
    public static final String NOT_SURE = "NOT_SURE";

    /** The most entries that a repeating group takes. */
    public static final int MOST_ENTRIES = 100;

    private final Questionnaire questionnaire;
    private final AnswerFaults faults = new AnswerFaults();

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
        duplicates.forEach(
                pointer -> reader.faults.add(pointer, "this name is written twice", "one answer a question"));
        Answers answers = reader.answers(json);
        reader.checkAsked(answers);
        reader.faults.throwIfAny();
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
        reader.faults.throwIfAny();
        return applicable;
    }

    private void checkKept(Slot slot, Answers answers, Answers applicable) {
        if (answers.value(slot).isPresent() && applicable.value(slot).isEmpty()) {
            notAsked(slot);
        }
    }

    private Answers answers(JsonNode json) {
        if (!json.isObject()) {
            faults.add("", "this is not an object", "an object with one member a group of questions");
            return Answers.none(questionnaire);
        }
        Map<String, List<Entry>> groups = new HashMap<>();
        for (var member : json.properties()) {
            Optional<Group> group = questionnaire.group(member.getKey());
            if (group.isEmpty()) {
                faults.addUnknown("/" + escaped(member.getKey()), "group of questions", member.getKey(), groupIds());
            } else if (!member.getValue().isNull() && !isNotSure(member.getValue())) {
                groups.put(group.get().id(), entries(group.get(), member.getValue()));
            }
        }
        return Answers.of(questionnaire, groups);
    }

    private List<String> groupIds() {
        return questionnaire.groups().stream().map(Group::id).toList();
    }

    /** The entries of a group; none where there is a fault that leaves none. */
    private List<Entry> entries(Group group, JsonNode json) {
        String pointer = "/" + group.id();
        if (!group.repeats()) {
            return List.of(entry(group, json, pointer));
        }
        if (!json.isArray()) {
            faults.add(
                    pointer, "this is not an array", "an array with one object an entry; [] says that there are none");
            return List.of();
        }
        if (json.size() > MOST_ENTRIES) {
            faults.add(pointer, "there are " + json.size() + " entries", "at most " + MOST_ENTRIES);
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        for (JsonNode item : json) {
            entries.add(entry(group, item, pointer + "/" + entries.size()));
        }
        return entries;
    }

    private Entry entry(Group group, JsonNode json, String pointer) {
        if (!json.isObject()) {
            faults.add(pointer, "this is not an object", "an object with one member a question");
            return Entry.EMPTY;
        }
        Map<String, Value> values = new HashMap<>();
        for (var member : json.properties()) {
            Optional<Question> question = group.question(member.getKey());
            String place = pointer + "/" + escaped(member.getKey());
            if (question.isEmpty()) {
                faults.addUnknown(
                        place,
                        "question",
                        member.getKey(),
                        group.questions().stream().map(Question::id).toList());
            } else if (!member.getValue().isNull() && !isNotSure(member.getValue())) {
                Value value = new ValueReader(question.get(), place, faults).read(member.getValue());
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
        faults.add(
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

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
