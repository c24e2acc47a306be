package dev.stipple.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.authoring.Shipped;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Nothing that an author writes in a file beside the rules is passed over. */
@Tag("whole")
class UnknownKeysTest {
    /** Where any word may be a key. */
    private static final Pattern NAMES = Pattern.compile("/(en|fr)/(numbers|perhaps)");

    private static final RulesFolder RULES = Shipped.CONTENTS.folder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "questionnaire.yaml",
                "interview.yaml",
                "summary.yaml",
                "mail.yaml",
                "common.yaml",
                "sources.yaml",
                "people.yaml",
                "never-say.yaml",
                "number-words.yaml",
                "keloid.fr.yaml",
                "keloid.scenarios.yaml",
            })
    void aKeyThatNothingReadsIsAFaultWhereverItStands(String file) {
        String text = RULES.text(file);
        var places = new LinkedHashMap<String, MappingNode>();
        collect(new Yaml(new LoaderOptions()).compose(new StringReader(text)), "", places);
        var byIndex = new TreeMap<Integer, Map.Entry<String, MappingNode>>();
        places.entrySet().forEach(place -> byIndex.put(first(place.getValue()), place));
        var changed = new StringBuilder(text);
        byIndex.descendingMap().forEach((at, place) -> changed.insert(at, surplus(place.getValue(), places.size())));

        var faulty = faults(RULES.with(file, changed.toString())).stream()
                .map(Fault::place)
                .filter(place -> place.file().equals(file))
                .map(Place::line)
                .collect(Collectors.toSet());

        var lines = changed.toString().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("surplus")) {
                assertThat(faulty)
                        .as(file + ":" + (i + 1) + ": " + lines.get(i))
                        .contains(i + 1);
            }
        }
        assertThat(changed.toString()).contains("surplus");
    }

    private static String surplus(MappingNode node, int total) {
        var mark = node.getValue().get(0).getKeyNode().getStartMark();
        return node.getFlowStyle() == FlowStyle.FLOW
                ? "surplus: " + total + ", "
                : "surplus: " + total + "\n" + " ".repeat(mark.getColumn());
    }

    private static int first(MappingNode node) {
        return node.getValue().get(0).getKeyNode().getStartMark().getIndex();
    }

    /** One mapping for each way that leads to it, where ids and places in lists make no difference. */
    private static void collect(Node node, String way, Map<String, MappingNode> places) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(each -> collect(each, way + "[]", places));
        } else if (node instanceof MappingNode mapping && !NAMES.matcher(way).matches()) {
            places.putIfAbsent(way, mapping);
            for (NodeTuple member : mapping.getValue()) {
                String key = ((ScalarNode) member.getKeyNode()).getValue();
                collect(member.getValueNode(), way + "/" + (key.matches("[A-Z].*") ? "ID" : key), places);
            }
        }
    }

    private static Collection<Fault> faults(RulesFolder folder) {
        try {
            return Check.of(folder).faults();
        } catch (InvalidRules e) {
            return e.faults();
        }
    }
}
