package dev.stipple.web.intake.form;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.FittingAnswers;
import dev.stipple.interview.Edit;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a person has filled in so far, as a draft keeps it. It knows more than answers do: which questions were passed over
 * as "not sure", in which order questions were met, and which entry is which although others are removed. Each change gives
 * a new form and touches one place only, so that two open tabs do not undo each other.
 */
public final class Form {
    public static final JsonNode NOT_SURE = StringNode.valueOf(AnswersReader.NOT_SURE);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode tree;

    private Form(ObjectNode tree) {
        this.tree = tree;
    }

    static Form read(String json) {
        return new Form((ObjectNode) JSON.readTree(json));
    }

    /** The form with these answers in it, as answers have them. */
    static Form of(JsonNode answers) {
        var form = new Form(JSON.createObjectNode());
        for (var group : answers.properties()) {
            if (group.getValue().isArray()) {
                form.tree.withObjectProperty("repeating").put(group.getKey(), true);
                ObjectNode entries = form.answers().putObject(group.getKey());
                group.getValue().forEach(entry -> entries.set(Integer.toString(entries.size() + 1), entry));
                form.tree.put(
                        "added",
                        Math.max(entries.size(), form.tree.path("added").asInt(0)));
            } else {
                form.answers().set(group.getKey(), group.getValue());
            }
        }
        return form;
    }

    /** The same form with what a consultant asks. */
    Form asked(List<String> questions) {
        Form next = copy();
        ArrayNode asked = next.tree.putArray("asked");
        questions.forEach(asked::add);
        return next;
    }

    /** What a consultant asks, in their own words if any; empty where the form was never sent. */
    Optional<List<String>> asked() {
        return tree.has("asked")
                ? Optional.of(
                        tree.path("asked").valueStream().map(JsonNode::asString).toList())
                : Optional.empty();
    }

    String json() {
        return JSON.writeValueAsString(tree);
    }

    /** The answers, without those that the questionnaire does not know (any more) and those that do not apply. */
    Answers answers(Questionnaire questionnaire) {
        return FittingAnswers.of(questionnaire, given());
    }

    private ObjectNode given() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (var group : tree.path("answers").properties()) {
            if (tree.path("repeating").has(group.getKey()) && group.getValue().isObject()) {
                ArrayNode entries = json.putArray(group.getKey());
                group.getValue().values().forEach(entry -> entries.add(entry.deepCopy()));
            } else {
                json.set(group.getKey(), group.getValue().deepCopy());
            }
        }
        return json;
    }

    /** What is filled in at a place; missing where nothing is. */
    public JsonNode value(FormPlace place) {
        JsonNode group = tree.path("answers").path(place.group().id());
        if (place.question() == null) {
            return group;
        }
        JsonNode entry = place.entry() == 0 ? group : group.path(Integer.toString(place.entry()));
        return entry.path(place.question().id());
    }

    /** Whether somebody said that they are not sure, perhaps only of the options that they did not choose. */
    public boolean passed(FormPlace place) {
        JsonNode value = value(place);
        return value.equals(NOT_SURE) || value.valueStream().anyMatch(NOT_SURE::equals);
    }

    /** Puts an answer, or {@link #NOT_SURE}, in; where the entry was removed meanwhile, nothing changes. */
    public Form with(FormPlace place, JsonNode value) {
        Form next = copy();
        if (place.question() == null) {
            next.answers().set(place.group().id(), value);
            return next;
        }
        ObjectNode group = next.group(place.group());
        JsonNode entry = place.entry() == 0 ? group : group.path(Integer.toString(place.entry()));
        if (!(entry instanceof ObjectNode values)) {
            return this;
        }
        values.set(place.question().id(), value);
        return next;
    }

    /** Makes the changes that ticks ask for. */
    public Form with(List<Edit> edits) {
        Form next = copy();
        var removals = edits.stream()
                .flatMap(edit -> edit instanceof Edit.Remove remove
                        ? Stream.of(new FormPlace(
                                remove.group(), entries(remove.group()).get(remove.entry()), null))
                        : Stream.<FormPlace>of())
                .toList();
        removals.forEach(place -> next.group(place.group()).remove(Integer.toString(place.entry())));
        edits.forEach(next::make);
        return next;
    }

    private void make(Edit edit) {
        if (edit instanceof Edit.Put put) {
            once(put.question())
                    .set(put.question().id(), JSON.valueToTree(put.value().json()));
        } else if (edit instanceof Edit.PutSome put) {
            ArrayNode some = once(put.question()).putArray(put.question().id());
            put.some().forEach(option -> some.add(option.code()));
            some.add(NOT_SURE);
        } else if (edit instanceof Edit.Clear clear) {
            once(clear.question()).remove(clear.question().id());
        } else if (edit instanceof Edit.Add add) {
            ObjectNode entry = add(add.group());
            add.values().forEach((id, value) -> entry.set(id, JSON.valueToTree(value.json())));
        } else if (edit instanceof Edit.Close close) {
            group(close.group());
        } else if (edit instanceof Edit.Forget forget) {
            answers().remove(forget.group().id());
        }
    }

    /** The answers of a group that does not repeat. */
    private ObjectNode once(Question question) {
        if (!answers().path(question.group()).isObject()) {
            answers().putObject(question.group());
        }
        return (ObjectNode) answers().path(question.group());
    }

    private ObjectNode add(Group group) {
        int key = tree.path("added").asInt(0) + 1;
        tree.put("added", key);
        return group(group).putObject(Integer.toString(key));
    }

    /** The keys of a group's entries, in the order they were added. */
    public List<Integer> entries(Group group) {
        JsonNode entries = value(FormPlace.of(group));
        return entries.isObject()
                ? entries.propertyNames().stream()
                        .filter(key -> key.matches("\\d+"))
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
    }

    /** Whether nothing at all was said about an entry yet, not even "not sure". */
    public boolean isBlank(Group group, int entry) {
        return value(FormPlace.of(group)).path(Integer.toString(entry)).isEmpty();
    }

    /** Adds a blank entry, if the last one is not blank. */
    public Form adding(Group group) {
        Form next = copy();
        if (entries(group).stream().noneMatch(entry -> isBlank(group, entry))
                && entries(group).size() < AnswersReader.MOST_ENTRIES) {
            next.add(group);
        }
        return next;
    }

    /** Takes an entry out; with the last one it is unknown again whether there are any. */
    public Form removing(Group group, int entry) {
        Form next = copy();
        next.group(group).remove(Integer.toString(entry));
        if (next.entries(group).isEmpty()) {
            next.answers().remove(group.id());
        }
        return next;
    }

    public FormPlace place(Slot slot) {
        if (slot.question() == null || !slot.group().repeats()) {
            return new FormPlace(slot.group(), 0, slot.question());
        }
        return new FormPlace(slot.group(), entries(slot.group()).get(slot.entry()), slot.question());
    }

    public FormPlace place(TextSlot slot) {
        int entry = slot.group().repeats() ? entries(slot.group()).get(slot.entry()) : 0;
        return new FormPlace(slot.group(), entry, slot.question());
    }

    /** Which entry of the answers a place is in; empty where its entry is not there any more. */
    public OptionalInt index(FormPlace place) {
        if (place.entry() == 0) {
            return OptionalInt.of(0);
        }
        int index = entries(place.group()).indexOf(place.entry());
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private Form copy() {
        return new Form(tree.deepCopy());
    }

    private ObjectNode answers() {
        return tree.withObjectProperty("answers");
    }

    private ObjectNode group(Group group) {
        if (!answers().path(group.id()).isObject()) {
            answers().putObject(group.id());
        }
        if (group.repeats()) {
            tree.withObjectProperty("repeating").put(group.id(), true);
        }
        return (ObjectNode) answers().path(group.id());
    }
}
