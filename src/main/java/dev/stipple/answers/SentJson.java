package dev.stipple.answers;

import dev.stipple.text.StrictJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A value of a document that was sent, with its place, and a note of what a reader used of it. Whatever is left unused is a
 * fault at its place, so that nothing that was sent vanishes: a reader asks for what it knows, and {@link AnswerFaults#end} tells
 * the rest. Not safe for use from many threads.
 */
public final class SentJson {
    private enum Use {
        NONE,
        TOLERATED,
        WHOLE,
        TEXT,
        OBJECT,
        ARRAY
    }

    private final @Nullable SentJson around;
    private final String name;
    private final JsonNode node;
    private final List<String> duplicates;
    private final Map<String, SentJson> parts = new LinkedHashMap<>();
    private Use use = Use.NONE;

    private SentJson(@Nullable SentJson around, String name, JsonNode node, List<String> duplicates) {
        this.around = around;
        this.name = name;
        this.node = node;
        this.duplicates = duplicates;
    }

    /** A document as a whole. */
    public static SentJson of(StrictJson document) {
        return new SentJson(null, "", document.tree(), document.duplicates());
    }

    /** The name of a member, or the index of an item. */
    public String name() {
        return name;
    }

    /** Where this stands in the document. */
    public JsonPointer pointer() {
        return around == null ? JsonPointer.empty() : around.pointer().appendProperty(name);
    }

    /** Whether nothing was sent here, not even {@code null}. */
    public boolean isMissing() {
        return node.isMissingNode();
    }

    /** Whether nothing was sent here, or {@code null}. */
    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    public boolean isObject() {
        return node.isObject();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** A member of this object, absent where there is none. A name that is never asked for is unused. */
    public SentJson at(String member) {
        useAs(Use.OBJECT);
        SentJson known = parts.get(member);
        if (known == null) {
            JsonNode value = node.isObject() ? node.path(member) : MissingNode.getInstance();
            known = new SentJson(this, member, value, List.of());
            parts.put(member, known);
        }
        return known;
    }

    /** All members of this object in the order sent; none where it is no object. */
    public Collection<SentJson> members() {
        useAs(Use.OBJECT);
        return node.propertyNames().stream().map(this::at).toList();
    }

    /** The items of this array in their order; none where it is no array. */
    public Collection<SentJson> items() {
        useAs(Use.ARRAY);
        if (node.isArray() && parts.isEmpty()) {
            for (JsonNode item : node) {
                String index = Integer.toString(parts.size());
                parts.put(index, new SentJson(this, index, item, List.of()));
            }
        }
        return parts.values();
    }

    /** The text that was sent here; empty where there is none. */
    public Optional<String> text() {
        useAs(Use.TEXT);
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private void useAs(Use part) {
        if (use != Use.WHOLE) {
            use = part;
        }
    }

    /** Uses the value as it is, with all that stands in it. */
    public JsonNode take() {
        use = Use.WHOLE;
        return node;
    }

    /** Members that may stand in this object and are not looked at. */
    public void tolerate(Collection<String> members) {
        members.stream().map(this::at).forEach(member -> member.use = Use.TOLERATED);
    }

    /**
     * Adds a fault for each part that no reader used, and for each name that was written twice. A member that is {@code null} says
     * nothing; a document that is, is no document.
     */
    void addUnused(AnswerFaults faults) {
        for (String pointer : duplicates) {
            faults.add(pointer, "this name is written twice", "one value a name");
        }
        boolean saysNothing = around != null && isAbsent();
        if (saysNothing || use == Use.WHOLE || use == Use.TOLERATED) {
            return;
        }
        switch (use) {
            case OBJECT -> addUnused(faults, node.isObject(), "this is not an object", "an object");
            case ARRAY -> addUnused(faults, node.isArray(), "this is not an array", "an array");
            case TEXT -> addUnused(faults, node.isString(), "this is not a text", "a text in quotes");
            default -> faults.add(this, "nothing reads this here", "nothing");
        }
    }

    private void addUnused(AnswerFaults faults, boolean fits, String problem, String expected) {
        if (!fits) {
            faults.add(this, problem, expected);
            return;
        }
        var asked = parts.values().stream()
                .filter(part -> part.use != Use.TOLERATED)
                .map(SentJson::name)
                .toList();
        String known = asked.isEmpty() ? "nothing" : "one of " + String.join(", ", asked);
        for (String member : node.propertyNames()) {
            if (!parts.containsKey(member)) {
                faults.addUnknown(at(member), "this member is not known here", known, member, asked);
            }
        }
        parts.values().forEach(part -> part.addUnused(faults));
    }
}
