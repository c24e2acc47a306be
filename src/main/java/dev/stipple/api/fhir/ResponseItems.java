package dev.stipple.api.fhir;

import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.SentJson;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The items of a QuestionnaireResponse as answers, with the place of each. Where an item stands does not count, its link id does. */
final class ResponseItems {
    private static final List<String> TOLERATED =
            List.of("id", "extension", "definition", "text", "_linkId", "_definition", "_text");
    private static final List<String> TOLERATED_IN_ANSWER = List.of("id", "extension", "_valueInteger", "_valueString");
    private static final Set<String> TRUTH = Set.of("true", "false", AnswersReader.NOT_SURE);

    private final Map<String, Question> questions = new HashMap<>();
    private final Map<String, Group> gates = new HashMap<>();
    private final Map<String, Group> entries = new HashMap<>();
    private final Set<String> structure = new HashSet<>();

    private final SentJson resource;
    private final ObjectNode answers = Fhir.JSON.objectNode();
    private final Map<String, SentJson> places = new HashMap<>();
    private final Set<String> unsure = new HashSet<>();
    private final Map<Group, Gate> gated = new HashMap<>();
    private final ResponseFaults faults;

    /** The answer whether a group has any entries, and where it stands. */
    private record Gate(String code, SentJson item) {}

    private ResponseItems(Questionnaire questionnaire, SentJson resource, ResponseFaults faults) {
        this.resource = resource;
        this.faults = faults;
        places.put("", resource);
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

    /** Reads the items of a resource; what is wrong with them is added to the faults. */
    static ResponseItems of(Questionnaire questionnaire, SentJson resource, ResponseFaults faults) {
        var read = new ResponseItems(questionnaire, resource, faults);
        read.walk(resource, null);
        read.gated.forEach(read::settle);
        return read;
    }

    /** Holds the answer whether there are entries together with the entries; "yes" alone is one of which nothing is known. */
    private void settle(Group group, Gate gate) {
        boolean filled = answers.has(group.id());
        boolean yes = gate.code().equals("true");
        if (filled && !yes) {
            faults.add("structure", gate.item(), "there are entries", "true, or no entries");
        } else if (gate.code().equals(AnswersReader.NOT_SURE)) {
            unsure.add("/" + group.id());
            answers.put(group.id(), AnswersReader.NOT_SURE);
            places.put("/" + group.id(), gate.item());
        } else if (!filled) {
            ArrayNode all = answers.putArray(group.id());
            if (yes) {
                all.addObject();
            }
            places.put("/" + group.id(), gate.item());
        }
    }

    /** The answers as the API has them. */
    ObjectNode answers() {
        return answers;
    }

    /** Pointers of what was answered with "not sure". */
    Set<String> unsure() {
        return Set.copyOf(unsure);
    }

    /** The fault of an answer, at the item that it was read from or at what is nearest around. */
    AnswerFault placed(AnswerFault fault) {
        JsonPointer known = JsonPointer.compile(fault.pointer());
        while (!places.containsKey(known.toString())) {
            known = known.head();
        }
        SentJson place = places.getOrDefault(known.toString(), resource);
        return new AnswerFault(place.pointer().toString(), fault.problem(), fault.expected(), fault.nearest());
    }

    /** Reads the items that stand in a resource, an item, or an answer. */
    private void walk(SentJson around, @Nullable Entry entry) {
        for (SentJson item : around.at("item").items()) {
            item.tolerate(TOLERATED);
            String linkId = item.at("linkId").text().orElse("");
            Group repeating = entries.get(linkId);
            if (repeating != null) {
                walk(item, enter(repeating, item));
            } else if (gates.containsKey(linkId)) {
                gate(gates.get(linkId), item, entry);
            } else if (questions.containsKey(linkId)) {
                question(questions.get(linkId), item, entry);
            } else if (structure.contains(linkId) || LinkIds.isLayout(linkId)) {
                walk(item, entry);
            } else {
                unknown(linkId, item);
            }
        }
    }

    /** The answers of an item; items may stand beside them and inside each. */
    private Collection<SentJson> given(SentJson item, @Nullable Entry entry) {
        Collection<SentJson> given = item.at("answer").items();
        given.forEach(answer -> {
            answer.tolerate(TOLERATED_IN_ANSWER);
            walk(answer, entry);
        });
        walk(item, entry);
        return given;
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

    private Entry enter(Group group, SentJson item) {
        ArrayNode all = answers.withArrayProperty(group.id());
        String pointer = "/" + group.id() + "/" + all.size();
        places.put(pointer, item);
        places.putIfAbsent("/" + group.id(), item);
        return new Entry(group.id(), all.addObject(), pointer);
    }

    private void question(Question question, SentJson item, @Nullable Entry entry) {
        Entry home = home(question, entry);
        if (home == null) {
            faults.add("structure", item, "this stands outside of an entry", "an entry around it");
            return;
        }
        ObjectNode target = home.values();
        String pointer = home.pointer() + "/" + question.id();
        var given = given(item, entry);
        if (target.has(question.id())) {
            faults.add("duplicate", item, "this question is answered twice", "one answer");
            return;
        }
        if (AbsentReason.isIn(item, given, faults)) {
            setUnsure(target, question, pointer, item);
            return;
        }
        if (given.isEmpty()) {
            return;
        }
        places.put(pointer, item);
        JsonNode value = new ItemAnswer(question, faults).read(given);
        given.forEach(answer -> places.put(pointer + "/" + answer.name(), answer));
        if (value.asString("").equals(AnswersReader.NOT_SURE)
                || value.valueStream().anyMatch(each -> each.asString("").equals(AnswersReader.NOT_SURE))) {
            unsure.add(pointer);
        }
        target.set(question.id(), value);
    }

    private void setUnsure(ObjectNode target, Question question, String pointer, SentJson item) {
        places.put(pointer, item);
        unsure.add(pointer);
        target.put(question.id(), AnswersReader.NOT_SURE);
    }

    private void gate(Group group, SentJson item, @Nullable Entry entry) {
        var given = given(item, entry);
        boolean absent = AbsentReason.isIn(item, given, faults);
        if (given.isEmpty() && !absent) {
            return;
        }
        ItemAnswer.onlyFirst(given, faults);
        String code = absent
                ? AnswersReader.NOT_SURE
                : ItemAnswer.code(given.iterator().next(), Fhir.codes(LinkIds.any(group)));
        if (!TRUTH.contains(code)) {
            faults.unfit().add("value", item, "this is not an option", "true, false or NOT_SURE");
        } else if (gated.putIfAbsent(group, new Gate(code, item)) != null) {
            faults.add("duplicate", item, "this question is answered twice", "one answer");
        }
    }

    private void unknown(String linkId, SentJson item) {
        SentJson name = item.at("linkId");
        item.take();
        faults.unfit()
                .addUnknown(
                        name,
                        "there is no item with this linkId",
                        "a linkId of the Questionnaire",
                        linkId,
                        questions.keySet());
    }
}
