package dev.stipple.rulebook.dialect;

import dev.stipple.rule.Source;
import dev.stipple.text.Nearest;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import dev.stipple.wording.WordingReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rules folder's {@code sources.yaml} says.
 *
 * @param places where each source stands
 */
public record SourcesFile(Map<String, Source> sources, Map<String, Place> places) {
    public static final String NAME = "sources.yaml";

    public static SourcesFile read(RulesFolder folder, WordingReader words, Faults faults) {
        var file = new SourcesFile(new LinkedHashMap<>(), new LinkedHashMap<>());
        YamlNode root = YamlFile.read(NAME, folder.text(NAME), faults.collection());
        root.only(List.of("sources"));
        root.need("sources");
        for (YamlNode node : root.at("sources").list()) {
            Source source = source(node, words);
            file.places.put(source.id(), node.at("id").place());
            if (file.sources.put(source.id(), source) != null) {
                node.at("id").fault("duplicate", "the source " + source.id() + " is there twice", "keep one of them");
            }
        }
        return file;
    }

    private static Source source(YamlNode node, WordingReader words) {
        node.only(List.of("id", "title", "publisher", "year", "kind", "address", "strength", "note"));
        return new Source(
                node.need("id").string(),
                node.need("title").string(),
                node.need("publisher").string(),
                node.at("year").isAbsent() ? null : node.at("year").integer(0),
                among(node.need("kind"), "kind", Source.KINDS),
                node.at("address").isAbsent() ? null : node.at("address").string(),
                among(node.need("strength"), "strength", Source.STRENGTHS),
                node.at("note").isAbsent() ? null : words.read(node.at("note")));
    }

    private static String among(YamlNode node, String what, List<String> names) {
        if (!node.isAbsent() && !names.contains(node.string())) {
            node.fault(
                    "unknown-" + what,
                    "there is no " + what + " '" + node.string() + "'",
                    Nearest.remedy(node.string(), names));
        }
        return node.string();
    }
}
