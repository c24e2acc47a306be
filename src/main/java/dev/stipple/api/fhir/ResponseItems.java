package dev.stipple.api.fhir;

import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The items of a QuestionnaireResponse as answers, with the place of each. Where an item stands does not count, its link id does. */
final class ResponseItems {
    private final Map<String, Question> questions = new HashMap<>();
    private final Map<String, Group> gates = new HashMap<>();
    private final Map<String, Group> entries = new HashMap<>();
    private final Set<String> structure = new HashSet<>();

    private final ObjectNode answers = Fhir.JSON.objectNode();
    private final Map<String, String> places = new HashMap<>(Map.of("", "QuestionnaireResponse"));
    private final Set<String> unsure = new HashSet<>();
    private final Map<String, String> none = new HashMap<>();
    private final List<Issue> issues;

    private ResponseItems(Questionnaire questionnaire, List<Issue> issues) {
        this.issues = issues;
        for (Group group : questionnaire.groups()) {
            structure.add(group.id());
            if (group.repeats()) {
                gates.put(LinkIds.any(group), group);
                entries.put(LinkIds.entry(group), group);
            }
            group.questions().forEach(this::index);
        }
    }

    private void index(Question question) {
        questions.put(LinkIds.of(question), question);
        structure.add(LinkIds.help(LinkIds.of(question)));
        for (int i = 1; i < question.askedWhen().size(); i++) {
            structure.add(LinkIds.condition(question, i));
        }
    }

    /** Reads the items; what is wrong with them is added to the issues. */
    static ResponseItems of(Questionnaire questionnaire, JsonNode items, List<Issue> issues) {
        var read = new ResponseItems(questionnaire, issues);
        read.walk(items, "QuestionnaireResponse", null);
        read.none.forEach(read::none);
        return read;
    }

    /** A repeating group of which the answer is that there are no entries. */
    private void none(String group, String place) {
        if (!answers.withArrayProperty(group).isEmpty()) {
            issues.add(Issue.error("structure", "there are entries; expected true, or no entries", place));
        }
        places.put("/" + group, place);
    }

    /** The answers as the API has them. */
    ObjectNode answers() {
        return answers;
    }

    /** Pointers of what was answered with "not sure". */
    Set<String> unsure() {
        return Set.copyOf(unsure);
    }

    /** The FHIRPath of an answer, or of what is nearest around it. */
    String expression(String pointer) {
        String known = pointer;
        while (!places.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return places.getOrDefault(known, "QuestionnaireResponse");
    }

    private void walk(JsonNode items, String around, @Nullable Entry entry) {
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            String place = around + ".item[" + i + "]";
            String linkId = item.path("linkId").asString("");
            Group repeating = entries.get(linkId);
            if (repeating != null) {
                walk(item.path("item"), place, enter(repeating, place));
            } else if (gates.containsKey(linkId)) {
                gate(gates.get(linkId), item, place);
            } else if (questions.containsKey(linkId)) {
                question(questions.get(linkId), item, place, entry);
            } else if (structure.contains(linkId)) {
                walk(item.path("item"), place, entry);
            } else {
                unknown(linkId, place);
            }
        }
    }

    /** An entry of a repeating group, or a group that does not repeat, and where it stands in the answers. */
    private record Entry(String group, ObjectNode values, String pointer) {}

    private @Nullable Entry home(Question question, @Nullable Entry entry) {
        String group = question.group();
        if (entries.values().stream().noneMatch(repeating -> repeating.id().equals(group))) {
            return new Entry(group, answers.withObjectProperty(group), "/" + group);
        }
        return entry != null && entry.group().equals(group) ? entry : null;
    }

    private Entry enter(Group group, String place) {
        ArrayNode all = answers.withArrayProperty(group.id());
        String pointer = "/" + group.id() + "/" + all.size();
        places.put(pointer, place);
        places.putIfAbsent("/" + group.id(), place);
        return new Entry(group.id(), all.addObject(), pointer);
    }

    private void question(Question question, JsonNode item, String place, @Nullable Entry entry) {
        Entry home = home(question, entry);
        if (home == null) {
            issues.add(Issue.error("structure", "this stands outside of an entry", place));
            return;
        }
        ObjectNode target = home.values();
        String pointer = home.pointer() + "/" + question.id();
        if (target.has(question.id())) {
            issues.add(Issue.error("duplicate", "this question is answered twice", place));
            return;
        }
        JsonNode given = item.path("answer");
        if (given.isEmpty()) {
            return;
        }
        places.put(pointer, place);
        JsonNode value = new ItemAnswer(question, place, issues).read(given);
        for (int i = 0; i < given.size(); i++) {
            places.put(pointer + "/" + i, place + ".answer[" + i + "]");
        }
        if (value.asString("").equals(AnswersReader.NOT_SURE)) {
            unsure.add(pointer);
        }
        target.set(question.id(), value);
    }

    /** The answer whether a group has any entries; "yes" without entries leaves them unknown. */
    private void gate(Group group, JsonNode item, String place) {
        JsonNode given = item.path("answer");
        if (given.isEmpty()) {
            return;
        }
        switch (ItemAnswer.code(given.path(0), Fhir.codes(LinkIds.any(group)))) {
            case "true" -> {}
            case "false" -> none.put(group.id(), place);
            case AnswersReader.NOT_SURE -> unsure.add("/" + group.id());
            default ->
                issues.add(Issue.error("value", "this is not an option; expected true, false or NOT_SURE", place));
        }
    }

    private void unknown(String linkId, String place) {
        String nearest = issues.size() < AnswerFaults.MOST_TOLD
                ? Nearest.to(linkId, questions.keySet())
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("")
                : "";
        issues.add(Issue.error("not-found", "there is no item with this linkId" + nearest, place + ".linkId"));
    }
}
