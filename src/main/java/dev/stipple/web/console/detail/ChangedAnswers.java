package dev.stipple.web.console.detail;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.FittingAnswers;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.web.intake.form.FieldFault;
import dev.stipple.web.intake.form.Posted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as they come from a form that shows all of them at once. A field is named {@code group.question}, or
 * {@code group.0.question} where the group repeats; one entry more than there are adds one.
 *
 * @param faults by field, what cannot be taken and stays unknown
 */
record ChangedAnswers(Answers answers, Map<String, FieldFault> faults) {
    /** What a repeating group says of itself where it has no entries. */
    static final String NONE = "none";

    static ChangedAnswers read(Questionnaire questionnaire, MultiValueMap<String, String> posted) {
        var reader = new Reader(posted, new LinkedHashMap<>());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Group group : questionnaire.groups()) {
            if (group.repeats()) {
                reader.entries(group, json);
            } else {
                json.set(group.id(), reader.entry(group, group.id()));
            }
        }
        return new ChangedAnswers(FittingAnswers.of(questionnaire, json), reader.faults());
    }

    static String name(Group group, int entry) {
        return group.repeats() ? group.id() + "." + entry : group.id();
    }

    private record Reader(MultiValueMap<String, String> posted, Map<String, FieldFault> faults) {
        void entries(Group group, ObjectNode json) {
            ArrayNode entries = JsonNodeFactory.instance.arrayNode();
            int count = count(group);
            for (int entry = 0; entry <= count && entries.size() < AnswersReader.MOST_ENTRIES; entry++) {
                String name = name(group, entry);
                ObjectNode values = entry(group, name);
                boolean there = entry < count ? !posted.containsKey(name + ".remove") : !values.isEmpty();
                if (there) {
                    entries.add(values);
                }
            }
            if (!entries.isEmpty() || count > 0 || NONE.equals(posted.getFirst(group.id()))) {
                json.set(group.id(), entries);
            }
        }

        private int count(Group group) {
            String count = posted.getFirst(group.id() + ".count");
            return count != null && count.matches("\\d{1,3}") ? Integer.parseInt(count) : 0;
        }

        ObjectNode entry(Group group, String name) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            for (Question question : group.questions()) {
                String field = name + "." + question.id();
                List<String> given = posted.getOrDefault(field, List.of()).stream()
                        .filter(value -> !value.isBlank())
                        .toList();
                if (!given.isEmpty()) {
                    var read = Posted.read(question, given);
                    if (read.value() == null) {
                        faults.put(field, read.fault());
                    } else {
                        values.set(question.id(), read.value());
                    }
                }
            }
            return values;
        }
    }
}
