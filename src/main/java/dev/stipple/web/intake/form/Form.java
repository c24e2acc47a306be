package dev.stipple.web.intake.form;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Group;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.TextSlot;
import java.util.List;
import java.util.Objects;
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

    public boolean passed(FormPlace place) {
        return value(place).equals(NOT_SURE);
    }

    /** Puts an answer, or {@link #NOT_SURE}, in; where the entry was removed meanwhile, nothing changes. */
    public Form with(FormPlace place, JsonNode value) {
        Form next = copy().met(place);
        ObjectNode group = next.group(place.group());
        JsonNode entry = place.entry() == 0 ? group : group.path(Integer.toString(place.entry()));
        if (!(entry instanceof ObjectNode values)) {
            return this;
        }
        values.set(Objects.requireNonNull(place.question()).id(), value);
        return next;
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

    /** Says of a repeating group that the person is not sure whether there are entries. */
    public Form unsure(Group group) {
        Form next = copy().met(FormPlace.of(group)).finished(group);
        next.answers().set(group.id(), NOT_SURE);
        return next;
    }

    /** Says that a repeating group has the entries it has, none where there are none, and no more. */
    public Form complete(Group group) {
        Form next = copy().met(FormPlace.of(group)).finished(group);
        ObjectNode entries = next.group(group);
        entries(group).stream().filter(entry -> isBlank(group, entry)).forEach(entry -> {
            entries.remove(entry.toString());
            next.forget(group, entry);
        });
        return next;
    }

    /** Adds a blank entry, if the last one is not blank, and expects that more may follow. */
    public Form adding(Group group) {
        Form next = copy().met(FormPlace.of(group)).finished(group);
        next.tree.withArrayProperty("unfinished").add(group.id());
        ObjectNode entries = next.group(group);
        if (entries(group).stream().noneMatch(entry -> isBlank(group, entry))
                && entries.size() < AnswersReader.MOST_ENTRIES) {
            int key = tree.path("added").asInt(0) + 1;
            next.tree.put("added", key);
            entries.putObject(Integer.toString(key));
        }
        return next;
    }

    /** Takes an entry out; with the last one it is unknown again whether there are any. */
    public Form removing(Group group, int entry) {
        Form next = copy();
        next.group(group).remove(Integer.toString(entry));
        next.forget(group, entry);
        if (next.entries(group).isEmpty()) {
            next.answers().remove(group.id());
            return next.finished(group);
        }
        return next;
    }

    /** Whether it is still to be asked if a group has more entries. */
    public boolean isUnfinished(Group group) {
        return tree.path("unfinished")
                .valueStream()
                .anyMatch(id -> id.asString().equals(group.id()));
    }

    /** Whether the person chose to answer what cannot change the verdict too. */
    public boolean wantsRest() {
        return tree.path("rest").asBoolean(false);
    }

    public Form wantingRest() {
        Form next = copy();
        next.tree.put("rest", true);
        return next;
    }

    /** The page before the one at a place, or the last one met where the place is new; empty at the first. */
    public Optional<String> before(String path) {
        List<String> trail = trail();
        int at = trail.contains(path) ? trail.indexOf(path) : trail.size();
        return at == 0 ? Optional.empty() : Optional.of(trail.get(at - 1));
    }

    private List<String> trail() {
        return tree.path("trail").valueStream().map(JsonNode::asString).toList();
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

    private Form met(FormPlace place) {
        if (!trail().contains(place.path())) {
            tree.withArrayProperty("trail").add(place.path());
        }
        return this;
    }

    private Form finished(Group group) {
        tree.withArrayProperty("unfinished").removeIf(id -> id.asString().equals(group.id()));
        return this;
    }

    private void forget(Group group, int entry) {
        Stream<String> paths = group.questions().stream().map(question -> new FormPlace(group, entry, question).path());
        List<String> gone = paths.toList();
        tree.withArrayProperty("trail").removeIf(path -> gone.contains(path.asString()));
    }
}
