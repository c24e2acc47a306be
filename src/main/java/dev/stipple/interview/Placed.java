package dev.stipple.interview;

import dev.stipple.text.YamlNode;
import java.util.IdentityHashMap;
import java.util.Objects;

/** Where in the file each page and each item is written. */
final class Placed {
    private final IdentityHashMap<Object, YamlNode> nodes = new IdentityHashMap<>();

    void page(Page page, YamlNode node) {
        nodes.put(page, node);
    }

    void item(Item item, YamlNode node) {
        nodes.put(item, node);
    }

    YamlNode of(Object pageOrItem) {
        return Objects.requireNonNull(nodes.get(pageOrItem));
    }
}
