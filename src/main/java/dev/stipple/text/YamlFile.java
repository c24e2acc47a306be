package dev.stipple.text;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads files in YAML, and checks what may stand in any of them. */
public final class YamlFile {
    private YamlFile() {}

    /** Reads a whole file; a syntax error is a fault and gives an empty node. */
    public static YamlNode read(String file, String text, Collection<Fault> faults) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        var strange = Characters.faults(file, text).toList();
        if (!strange.isEmpty()) {
            faults.addAll(strange);
            return new YamlNode(strange.get(0).place(), null, new ArrayList<>());
        }
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            Place place = node == null ? Place.startOf(file) : YamlNode.place(file, node.getStartMark());
            var root = new YamlNode(place, node, faults);
            checkTexts(root, faults);
            if (node != null) {
                checkTags(root, node, new Resolver());
            }
            return root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            // The library loses count of lines where a carriage return ends the file.
            Place at = Place.at(file, text, mark == null ? 0 : text.offsetByCodePoints(0, mark.getIndex()));
            return unreadable(new Fault(at, "yaml", "this is not YAML: " + e.getProblem(), "mend the syntax"), faults);
        } catch (ReaderException e) {
            Place at = Place.at(file, text, text.offsetByCodePoints(0, e.getPosition()));
            String sign = "the control character U+%04X".formatted(e.getCodePoint());
            return unreadable(new Fault(at, "yaml", sign + " stands here", "take it out"), faults);
        } catch (IllegalArgumentException e) {
            String sign = "a tag, a word that begins with !, is not written as YAML wants it";
            return unreadable(new Fault(Place.startOf(file), "yaml", sign, "take it out"), faults);
        } catch (YAMLException e) {
            Place at = Place.startOf(file);
            return unreadable(new Fault(at, "yaml", "this is too large", "write less into one file"), faults);
        }
    }

    /** Checks every text in the file, keys included; what an escape stands for is seen only here. */
    private static void checkTexts(YamlNode root, Collection<Fault> faults) {
        root.texts().forEach(text -> {
            Characters.problem(text.string()).ifPresent(problem -> faults.add(Characters.fault(text.place(), problem)));
            TextCheck.check(text.place(), text.string(), faults);
        });
    }

    /** Refuses each tag that is written, as it would say in silence that something else is meant than what stands here. */
    private static void checkTags(YamlNode at, Node node, Resolver resolver) {
        boolean plain = node instanceof ScalarNode scalar && scalar.isPlain();
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!node.getTag().equals(resolver.resolve(node.getNodeId(), text, plain))) {
            at.fault("yaml", "a tag, a word that begins with !, stands here", "take it out");
            return;
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                checkTags(at.at(entry.getKeyNode()), entry.getKeyNode(), resolver);
                checkTags(at.at(entry.getValueNode()), entry.getValueNode(), resolver);
            });
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> checkTags(at.at(item), item, resolver));
        }
    }

    /** What is missing only because nothing could be read is not told. */
    private static YamlNode unreadable(Fault fault, Collection<Fault> faults) {
        faults.add(fault);
        return new YamlNode(fault.place(), null, new ArrayList<>());
    }
}
