package dev.stipple.text;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of a YAML file that knows its place. Reading never throws: what is missing or of another kind is added to the
 * faults and read as empty, so that one run finds every fault of a file.
 */
public final class YamlNode {
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("(?i)true|false");

    private final Place place;
    private final @Nullable Node node;
    private final Collection<Fault> faults;
    private @Nullable Map<String, YamlNode> entries;

    YamlNode(Place place, @Nullable Node node, Collection<Fault> faults) {
        this.place = place;
        this.node = node;
        this.faults = faults;
    }

    /** Every single value in here, keys included; once where aliases stand for it. */
    public Stream<YamlNode> texts() {
        return texts(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private Stream<YamlNode> texts(Set<Node> seen) {
        if (node == null || !seen.add(node)) {
            return Stream.empty();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().flatMap(item -> at(item).texts(seen));
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
                    .flatMap(each -> at(each).texts(seen));
        }
        return Stream.of(this);
    }

    public Place place() {
        return place;
    }

    /** Whether nothing was written here, or {@code null}. */
    public boolean isAbsent() {
        return node == null || node.getTag().equals(Tag.NULL);
    }

    /** Whether its key is written, even if nothing stands behind it. */
    public boolean isWritten() {
        return node != null;
    }

    /** Whether nothing is in here: no value, no entry, no item. */
    public boolean isEmpty() {
        return isAbsent()
                || (node instanceof CollectionNode<?> collection
                        && collection.getValue().isEmpty());
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The entries in the order written; a key written twice is a fault. */
    public Map<String, YamlNode> map() {
        if (entries == null) {
            entries = entries();
        }
        return entries;
    }

    private Map<String, YamlNode> entries() {
        var found = new LinkedHashMap<String, YamlNode>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                YamlNode key = at(tuple.getKeyNode());
                if (found.put(key.string(), at(tuple.getValueNode())) != null) {
                    key.fault("duplicate", "'" + key.string() + "' is written twice", "keep one of them");
                }
            }
        } else if (!isAbsent()) {
            fault("yaml-kind", "a map is expected here", "write 'key: value' lines");
        }
        return Collections.unmodifiableMap(found);
    }

    /** Where the key of an entry stands; where this map itself does, if it has no such key. */
    public Place keyPlace(String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key)) {
                    return place(place.file(), scalar.getStartMark());
                }
            }
        }
        return place;
    }

    /** The items in the order written. */
    public List<YamlNode> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::at).toList();
        }
        if (!isAbsent()) {
            fault("yaml-kind", "a list is expected here", "write '- item' lines or [a, b]");
        }
        return List.of();
    }

    /** The scalar as written; empty where it is absent. */
    public String string() {
        if (node instanceof ScalarNode scalar) {
            return isAbsent() ? "" : scalar.getValue();
        }
        if (!isAbsent()) {
            fault("yaml-kind", "a single value is expected here", "write text or a number");
        }
        return "";
    }

    /** The whole number written here, or the fallback where it is absent or something else. */
    public int integer(int fallback) {
        if (isAbsent()) {
            return fallback;
        }
        if (isInteger()) {
            try {
                return Integer.parseInt(string());
            } catch (NumberFormatException e) {
                fault("yaml-kind", "'" + string() + "' is too large", "write a smaller whole number");
                return fallback;
            }
        }
        fault("yaml-kind", "'" + string() + "' is not a whole number", "write a whole number such as 6");
        return fallback;
    }

    /** Whether {@code true} is written here; absent is false. */
    public boolean flag() {
        if (isAbsent() || isBoolean()) {
            return Boolean.parseBoolean(string());
        }
        fault("yaml-kind", "'" + string() + "' is not true or false", "write true or false");
        return false;
    }

    public boolean isInteger() {
        return isScalar(Tag.INT, WHOLE);
    }

    public boolean isBoolean() {
        return isScalar(Tag.BOOL, TRUE_OR_FALSE);
    }

    /** Only plain forms: YAML also has {@code 0x1F}, {@code 010} for eight, and {@code yes}, which few people know. */
    private boolean isScalar(Tag tag, Pattern form) {
        return node instanceof ScalarNode scalar
                && scalar.getTag().equals(tag)
                && form.matcher(scalar.getValue()).matches();
    }

    /** The value of a key, absent where it is not written. */
    public YamlNode at(String key) {
        YamlNode value = map().get(key);
        return value == null ? new YamlNode(place, null, faults) : value;
    }

    /** The value of a key that has to be there. */
    public YamlNode need(String key) {
        YamlNode value = at(key);
        if (value.isAbsent()) {
            fault("missing", "'" + key + "' is missing", "add '" + key + ":'");
        }
        return value;
    }

    /** Makes it a fault that nothing stands under the one key of this file. */
    public void notEmpty(String key, String what) {
        if ((isMap() || isAbsent()) && at(key).isEmpty()) {
            at(key).fault("empty", "there is no " + what + " in this file", "write one, or remove the file");
        }
    }

    /** Makes every other key of this map a fault. */
    public void only(Collection<String> keys) {
        for (String key : map().keySet()) {
            if (!keys.contains(key)) {
                String problem = "there is no '" + key + "' here";
                faults.add(new Fault(keyPlace(key), "unknown-key", problem, Nearest.remedy(key, keys)));
            }
        }
    }

    public void fault(String kind, String problem, String remedy) {
        faults.add(new Fault(place, kind, problem, remedy));
    }

    YamlNode at(Node child) {
        return new YamlNode(place(place.file(), child.getStartMark()), child, faults);
    }

    static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
