package dev.stipple.api.surveyjs;

import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.answers.SentJson;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a SurveyJS form sends: one member a question, an array a repeating group. */
final class SurveyData {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Questionnaire questionnaire;
    private final ObjectNode answers = JSON.objectNode();
    private final Map<String, Question> single = new HashMap<>();
    private final Map<String, Question> inEntries = new HashMap<>();
    private final Map<String, Group> repeating = new HashMap<>();
    private final Map<String, Group> any = new HashMap<>();
    private final AnswerFaults faults = new AnswerFaults();

    private SurveyData(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        for (Group group : questionnaire.groups()) {
            if (group.repeats()) {
                repeating.put(group.id(), group);
                any.put(Names.any(group), group);
                group.questions().forEach(question -> inEntries.put(Names.of(question), question));
            } else {
                group.questions().forEach(question -> single.put(Names.of(question), question));
            }
        }
    }

    /**
     * Reads the data of a form.
     *
     * @throws InvalidAnswers with every fault, its pointer into the data
     */
    static Answers read(Questionnaire questionnaire, StrictJson data) {
        return new SurveyData(questionnaire).read(data);
    }

    private Answers read(StrictJson data) {
        SentJson sent = SentJson.of(data);
        if (!sent.isObject()) {
            faults.add(sent, "this is not an object", "an object with one member a question");
        }
        sent.members().forEach(member -> take(member, data.tree()));
        Answers read = Answers.none(questionnaire);
        try {
            read = AnswersReader.read(questionnaire, answers, List.of());
        } catch (InvalidAnswers e) {
            faults.addAll(e, this::inData);
        }
        faults.end(sent);
        return read;
    }

    private void take(SentJson member, JsonNode data) {
        String name = member.name();
        if (single.containsKey(name)) {
            Question question = single.get(name);
            answers.withObjectProperty(question.group()).set(question.id(), value(question, member.take()));
        } else if (repeating.containsKey(name)) {
            takeEntries(repeating.get(name), member);
        } else if (any.containsKey(name)) {
            takeAny(any.get(name), member, !data.path(any.get(name).id()).isEmpty());
        } else {
            var names = new ArrayList<>(single.keySet());
            names.addAll(repeating.keySet());
            names.addAll(any.keySet());
            unknown(member, names);
        }
    }

    private void takeEntries(Group group, SentJson sent) {
        if (!sent.isArray()) {
            answers.set(group.id(), sent.take());
            return;
        }
        var entries = JSON.arrayNode();
        sent.items().forEach(entry -> entries.add(entry(group, entry)));
        if (!entries.isEmpty()) {
            answers.set(group.id(), entries);
        }
    }

    private JsonNode entry(Group group, SentJson sent) {
        if (!sent.isObject()) {
            return sent.take();
        }
        ObjectNode entry = JSON.objectNode();
        for (SentJson member : sent.members()) {
            Question question = inEntries.get(member.name());
            if (question != null && question.group().equals(group.id())) {
                entry.set(question.id(), value(question, member.take()));
            } else {
                unknown(member, group.questions().stream().map(Names::of).toList());
            }
        }
        return entry;
    }

    /** "No" says that there are no entries; "yes" without entries is one of which nothing is known. */
    private void takeAny(Group group, SentJson member, boolean entries) {
        JsonNode value = member.take();
        boolean yes = value.isBoolean() && value.booleanValue();
        boolean unsure = value.asString("").equals(AnswersReader.NOT_SURE);
        if (!value.isBoolean() && !value.isNull() && !unsure) {
            faults.add(member, "this is not true or false", "true or false");
        } else if (entries && !yes && !value.isNull()) {
            faults.add(member, "there are entries", "true, or no entries");
        } else if (unsure) {
            answers.set(group.id(), value);
        } else if (value.isBoolean() && !entries) {
            answers.set(group.id(), yes ? JSON.arrayNode().add(JSON.objectNode()) : JSON.arrayNode());
        }
    }

    /** A form can only send "not sure" of many options as one of them. */
    private static JsonNode value(Question question, JsonNode value) {
        boolean unsure = question instanceof Question.Choices
                && value.size() == 1
                && value.path(0).asString("").equals(AnswersReader.NOT_SURE);
        return unsure ? value.get(0) : value;
    }

    private void unknown(SentJson member, Collection<String> names) {
        faults.addUnknown(member, "there is no such question", "a name of the form", member.name(), names);
    }

    /** Where a fault in the answers stands in the data. */
    private AnswerFault inData(AnswerFault fault) {
        String pointer = repeating.values().stream()
                .filter(group -> fault.pointer().startsWith("/" + group.id() + "/"))
                .findFirst()
                .map(group -> fault.pointer().replaceFirst("^(/[^/]+/[^/]+/)", "$1" + group.id() + "_"))
                .orElseGet(() -> fault.pointer().replaceFirst("^(/[^/]+)/", "$1_"));
        return new AnswerFault(pointer, fault.problem(), fault.expected(), fault.nearest());
    }
}
