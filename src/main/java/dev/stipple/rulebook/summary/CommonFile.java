package dev.stipple.rulebook.summary;

import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A rules folder's {@code common.yaml}: for how many in a thousand people whom it suits each supporting or recommending rule
 * fires.
 */
public final class CommonFile {
    public static final String NAME = "common.yaml";

    private CommonFile() {}

    /** The figures by the id of the rule; none without the file. */
    static Map<String, Integer> read(RulesFolder folder, Collection<Fault> faults) {
        var common = new LinkedHashMap<String, Integer>();
        root(folder, faults).map().forEach((id, figure) -> common.put(id, figure.integer(0)));
        return common;
    }

    /** The file as it is written. */
    public static YamlNode root(RulesFolder folder, Collection<Fault> faults) {
        return YamlFile.read(NAME, folder.text(NAME), faults);
    }

    /** Whether a rule is counted: what it says is told the sooner, the fewer people it is true of. */
    public static boolean isCounted(Rule rule) {
        return rule.effect() == null || rule.effect() == Effect.SUPPORTS;
    }

    /**
     * The file's text.
     *
     * @param fired for how many people each rule fired, by its id
     * @param people how many there were
     */
    public static String write(List<Rule> rules, Map<String, Long> fired, long people) {
        return "# For how many in a thousand made-up people whom it suits each rule fires; written by: stipple common --write\n"
                + rules.stream()
                        .filter(CommonFile::isCounted)
                        .map(Rule::id)
                        .sorted()
                        .map(id -> id + ": " + Math.round(1000.0 * fired.getOrDefault(id, 0L) / people) + "\n")
                        .collect(Collectors.joining());
    }
}
