package dev.stipple.rulebook.dialect;

import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlNode;
import java.util.Collection;
import java.util.List;

/** The French of what rules say, from {@code wording.fr.yaml}. */
public final class FrenchFile {
    public static final String NAME = "wording.fr.yaml";

    private final YamlNode factors;
    private final YamlNode rules;
    private final boolean readable;

    private FrenchFile(YamlNode factors, YamlNode rules, boolean readable) {
        this.readable = readable;
        this.factors = factors;
        this.rules = rules;
    }

    public static FrenchFile read(RulesFolder folder, Faults faults) {
        YamlNode root = YamlNode.read(NAME, folder.text(NAME), faults.collection());
        root.only(List.of("factors", "rules"));
        root.need("rules");
        return new FrenchFile(root.at("factors"), root.at("rules"), root.isMap());
    }

    public String factor(String factor) {
        return readable ? factors.need(factor).string() : "";
    }

    /** The French of a rule's title, reason or dissents; missing French is a fault. */
    String of(String rule, String part) {
        YamlNode texts = rules.at(rule);
        if (!readable || rule.isEmpty()) {
            return "";
        }
        if (texts.isAbsent()) {
            rules.fault(
                    "french", "the French of " + rule + " is missing", "add '" + rule + ":' with title and because");
            return "";
        }
        YamlNode text = texts.at(part);
        if (text.isAbsent()) {
            texts.fault("french", "the French of " + rule + "'s " + part + " is missing", "add '" + part + ":'");
        }
        return text.string();
    }

    /** Makes French of rules and factors that are not there a fault. */
    public void only(Collection<String> factorNames, Collection<String> ruleIds) {
        factors.only(factorNames);
        rules.only(ruleIds);
        rules.map().values().forEach(rule -> rule.only(List.of("title", "because", "otherwise")));
    }
}
