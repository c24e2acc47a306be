package dev.stipple.rulebook.dialect;

import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.TranslationCheck;
import dev.stipple.text.YamlNode;
import java.util.Collection;
import java.util.List;

/** What the rules of one file say in another language, from {@code <stem>.<language>.yaml} beside it. */
public final class Translation {
    private static final List<String> PARTS = List.of("title", "because", "otherwise");

    private final String file;
    private final YamlNode rules;
    private final Faults faults;

    private Translation(String file, YamlNode rules, Faults faults) {
        this.file = file;
        this.rules = rules;
        this.faults = faults;
    }

    public static Translation read(RulesFolder folder, String stem, String language, Faults faults) {
        String file = ending(stem, language);
        return new Translation(file, YamlNode.read(file, folder.text(file), faults.collection()), faults);
    }

    public static String ending(String stem, String language) {
        return stem + "." + language + ".yaml";
    }

    String file() {
        return file;
    }

    /** A rule's title, reason or dissents; what is missing is a fault. */
    String of(String rule, String part) {
        if (rules.isAbsent()) {
            faults.add(
                    Place.startOf(file),
                    "translation",
                    "the rules beside it are not translated",
                    "write the id of each rule with its title and because");
        }
        if (!rules.isMap() || rule.isEmpty()) {
            return "";
        }
        YamlNode texts = rules.at(rule);
        if (texts.isAbsent()) {
            rules.fault("translation", rule + " is not translated", "add '" + rule + ":' with title and because");
            return "";
        }
        YamlNode text = texts.at(part);
        if (text.isAbsent()) {
            texts.fault("translation", rule + "'s " + part + " is not translated", "add '" + part + ":'");
        }
        return text.string();
    }

    /** A rule's title or reason, held against the English. */
    String of(String rule, String part, String english) {
        String text = of(rule, part);
        if (!text.isEmpty() || isWritten(rule, part)) {
            check(rule, part, english, text);
        }
        return text;
    }

    /** Holds a text, or a piece of one, against the English; what is wrong is told where the text stands. */
    void check(String rule, String part, String english, String text) {
        TranslationCheck.check(place(rule, part), english, text, faults.collection());
    }

    boolean isWritten(String rule, String part) {
        return rules.isMap()
                && rules.at(rule).isMap()
                && !rules.at(rule).at(part).isAbsent();
    }

    Place place(String rule, String part) {
        return rules.at(rule).at(part).place();
    }

    /** Makes texts of rules that the file does not have a fault. */
    public void only(Collection<String> ruleIds) {
        rules.only(ruleIds);
        rules.map().values().forEach(rule -> rule.only(PARTS));
    }
}
