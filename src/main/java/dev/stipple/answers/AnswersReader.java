package dev.stipple.answers;

import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Requirement;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import dev.stipple.questionnaire.Value;
import dev.stipple.text.StrictJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads answers from JSON against a questionnaire; drops, coerces and defaults nothing. */
public final class AnswersReader {
    /** The member that holds the answers where a document says more. */
    public static final String ANSWERS = "answers";

    /**
     * The code that says "I do not know", which is as unknown as what is left out, and is remembered; beside other options
     * of a question with several, "I do not know of the rest".
     */
    public static final String NOT_SURE = "NOT_SURE";

    /** The most entries that a repeating group takes. */
    public static final int MOST_ENTRIES = 100;

    private final Questionnaire questionnaire;
    private final SentJson sent;
    private final AnswerFaults faults;

    private AnswersReader(Questionnaire questionnaire, SentJson sent, AnswerFaults faults) {
        this.questionnaire = questionnaire;
        this.sent = sent;
        this.faults = faults;
    }

    /**
     * Reads the object that holds one member a group.
     *
     * @param duplicates pointers, relative to the object, of names that were written twice
     * @throws InvalidAnswers with every fault
     */
    public static Answers read(Questionnaire questionnaire, JsonNode json, List<String> duplicates) {
        var faults = new AnswerFaults();
        SentJson sent = SentJson.of(new StrictJson(json, duplicates));
        Answers answers = read(questionnaire, sent, faults);
        faults.end(sent);
        return answers;
    }

    /**
     * Reads answers that stand inside a document.
     *
     * @param faults takes every fault, its pointer into the document
     */
    public static Answers read(Questionnaire questionnaire, SentJson sent, AnswerFaults faults) {
        var reader = new AnswersReader(questionnaire, sent, faults);
        Answers answers = reader.answers();
        reader.checkAsked(answers);
        return answers;
    }

    /**
     * Reads the answers of a document that says more, which has to have them as its member {@value #ANSWERS}.
     *
     * @param faults takes every fault, its pointer into the document
     */
    public static Answers readMember(Questionnaire questionnaire, SentJson document, AnswerFaults faults) {
        SentJson answers = document.at(ANSWERS);
        if (!answers.isAbsent()) {
            return read(questionnaire, answers, faults);
        }
        if (document.isObject()) {
            faults.add(answers, "there are no answers", "an object with one member a group of questions");
        }
        return Answers.none(questionnaire);
    }

    /**
     * Reads answers of which some are laid over others: those whose question is not asked are left out, save that it is a
     * fault where they are among the given ones.
     *
     * @param given tells by JSON pointer which answers were laid over
     * @throws InvalidAnswers with every fault
     */
    public static Answers readApplicable(Questionnaire questionnaire, JsonNode json, Predicate<String> given) {
        var faults = new AnswerFaults();
        SentJson sent = SentJson.of(new StrictJson(json, List.of()));
        var reader = new AnswersReader(questionnaire, sent, faults);
        Answers answers = reader.answers();
        Answers applicable = answers.applicable();
        for (Slot slot : answers.slots()) {
            if (slot.question() != null && given.test(slot.pointer())) {
                reader.checkKept(slot, answers, applicable);
            }
        }
        for (TextSlot slot : answers.texts()) {
            if (given.test(slot.pointer())
                    && answers.text(slot).isPresent()
                    && applicable.text(slot).isEmpty()) {
                reader.notAsked(slot.pointer(), slot.question());
            }
        }
        faults.end(sent);
        return applicable;
    }

    private void checkKept(Slot slot, Answers answers, Answers applicable) {
        if (answers.isTold(slot) && !applicable.isTold(slot)) {
            notAsked(slot.pointer(), Objects.requireNonNull(slot.question()));
        }
    }

    private Answers answers() {
        if (!sent.isObject()) {
            faults.add(sent, "this is not an object", "an object with one member a group of questions");
            return Answers.none(questionnaire);
        }
        Map<String, List<Entry>> groups = new HashMap<>();
        Set<String> unsure = new HashSet<>();
        for (SentJson member : sent.members()) {
            Optional<Group> group = questionnaire.group(member.name());
            if (group.isEmpty()) {
                faults.addUnknown(member, "group of questions", member.name(), groupIds());
            } else if (group.get().repeats() && isNotSure(member)) {
                unsure.add(group.get().id());
            } else if (!isUnknown(member)) {
                groups.put(group.get().id(), entries(group.get(), member));
            }
        }
        return Answers.of(questionnaire, groups, unsure);
    }

    private List<String> groupIds() {
        return questionnaire.groups().stream().map(Group::id).toList();
    }

    /** The entries of a group; none where there is a fault that leaves none. */
    private List<Entry> entries(Group group, SentJson member) {
        if (!group.repeats()) {
            return List.of(entry(group, member));
        }
        if (!member.isArray()) {
            faults.add(
                    member, "this is not an array", "an array with one object an entry; [] says that there are none");
            return List.of();
        }
        var items = member.items();
        if (items.size() > MOST_ENTRIES) {
            faults.add(member, "there are " + items.size() + " entries", "at most " + MOST_ENTRIES);
            return List.of();
        }
        return items.stream().map(item -> entry(group, item)).toList();
    }

    private Entry entry(Group group, SentJson place) {
        if (!place.isObject()) {
            faults.add(place, "this is not an object", "an object with one member a question");
            return Entry.EMPTY;
        }
        Map<String, Value> values = new HashMap<>();
        Map<String, List<Option>> unsure = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (SentJson member : place.members()) {
            Optional<Question> question = group.question(member.name());
            if (question.isEmpty()) {
                faults.addUnknown(
                        member,
                        "question",
                        member.name(),
                        group.questions().stream().map(Question::id).toList());
            } else if (question.get() instanceof Question.Closed && isNotSure(member)) {
                unsure.put(member.name(), List.of());
            } else if (!isUnknown(member)) {
                question.get()
                        .either(
                                closed -> put(values, unsure, closed, new ValueReader(closed, member, faults)),
                                text -> put(texts, text, TextReader.read(member, faults)));
            }
        }
        return new Entry(values, unsure, texts);
    }

    private static @Nullable Object put(
            Map<String, Value> values, Map<String, List<Option>> unsure, Question.Closed question, ValueReader reader) {
        if (!reader.isOpen()) {
            return put(values, question, reader.read());
        }
        return put(unsure, question, reader.some());
    }

    private static <T> @Nullable T put(Map<String, T> answers, Question question, @Nullable T answer) {
        return answer == null ? null : answers.put(question.id(), answer);
    }

    private static boolean isUnknown(SentJson member) {
        return member.isAbsent() || isNotSure(member);
    }

    private static boolean isNotSure(SentJson member) {
        return member.text().filter(NOT_SURE::equals).isPresent();
    }

    private void checkAsked(Answers answers) {
        for (Slot slot : answers.slots()) {
            Question.Closed question = slot.question();
            if (question != null && answers.isTold(slot) && answers.asked(slot) == Asked.NO) {
                notAsked(slot.pointer(), question);
            }
        }
        for (TextSlot slot : answers.texts()) {
            if (answers.text(slot).isPresent() && answers.asked(slot) == Asked.NO) {
                notAsked(slot.pointer(), slot.question());
            }
        }
    }

    private void notAsked(String pointer, Question question) {
        faults.add(
                sent.pointer() + pointer,
                "this question does not apply",
                "no answer, as it is asked only when " + when(question));
    }

    private static String when(Question question) {
        return question.askedWhen().stream()
                .map(AnswersReader::when)
                .reduce((one, other) -> one + " and " + other)
                .orElse("always");
    }

    private static String range(Requirement requirement) {
        if (requirement.min() == Integer.MIN_VALUE) {
            return "at most " + requirement.max();
        }
        return requirement.max() == Integer.MAX_VALUE
                ? "at least " + requirement.min()
                : "from " + requirement.min() + " to " + requirement.max();
    }

    private static String when(Requirement requirement) {
        if (requirement.codes().isEmpty()) {
            return requirement.question() + " is " + range(requirement);
        }
        return requirement.question()
                + (requirement.negated() ? " is none of " : " is one of ")
                + String.join(", ", requirement.codes().stream().sorted().toList());
    }
}
