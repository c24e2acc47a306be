package dev.stipple.rulebook.translation;

import dev.stipple.text.Fault;
import dev.stipple.text.Nearest;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import dev.stipple.wording.Language;
import dev.stipple.wording.WordingReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules of one file say in another language, from {@code <stem>.<language>.yaml} beside it. */
final class Translation {
    private static final List<String> PARTS = List.of("title", "because", "otherwise", "note");

    private final String file;
    private final Language language;
    private final YamlNode rules;
    private final WordingReader words;
    private final Collection<Fault> faults;
    private final Map<String, Fault> untranslated = new LinkedHashMap<>();

    private Translation(String file, Language language, YamlNode rules, WordingReader words, Collection<Fault> faults) {
        this.file = file;
        this.language = language;
        this.rules = rules;
        this.words = words;
        this.faults = faults;
    }

    static Translation read(
            RulesFolder folder, String file, Language language, WordingReader words, Collection<Fault> faults) {
        YamlNode rules = YamlFile.read(file, folder.text(file), faults);
        return new Translation(file, language, rules, words, faults);
    }

    /** A rule's title or reason, held against the original; what is missing is a fault. */
    String of(String rule, String part, String original) {
        String text = of(rule, part);
        if (!text.isEmpty() || isWritten(rule, part)) {
            check(rule, part, original, text);
        }
        return text;
    }

    private String of(String rule, String part) {
        if (rules.isAbsent()) {
            faults.add(new Fault(
                    Place.startOf(file),
                    "translation",
                    "the rules beside it are not translated",
                    "write the id of each rule with its title and because"));
        }
        if (!rules.isMap() || rule.isEmpty()) {
            return "";
        }
        YamlNode texts = rules.at(rule);
        if (texts.isAbsent()) {
            var fault = new Fault(
                    rules.place(),
                    "translation",
                    rule + " is not translated",
                    "add '" + rule + ":' with title and because");
            faults.add(fault);
            untranslated.put(rule, fault);
            return "";
        }
        YamlNode text = texts.at(part);
        if (text.isAbsent()) {
            texts.fault("translation", rule + "'s " + part + " is not translated", "add '" + part + ":'");
        }
        return text.string();
    }

    /** What a source says; that it is missing is a fault of the original's place. */
    String ofVoice(String rule, String part, String source, String original, Place place) {
        String says = voices(rule, part).getOrDefault(source, "");
        if (says.isEmpty()) {
            faults.add(new Fault(
                    place,
                    "translation",
                    "what " + source + " says is not translated",
                    "add it to '" + part + "' of " + rule + " in " + file));
        } else {
            check(rule, part, original, says);
        }
        return says;
    }

    void checkVoices(String rule, String part, Collection<String> sources) {
        if (sources.isEmpty() && !isWritten(rule, part)) {
            return;
        }
        var seen = new HashSet<String>();
        Voices.all(of(rule, part)).stream()
                .map(Voices.Voice::key)
                .filter(key -> !seen.add(key))
                .forEach(key -> faults.add(new Fault(
                        place(rule, part),
                        "translation",
                        "'" + key + "' speaks twice in this language",
                        "write all that it says in one part, behind its key")));
        voices(rule, part).keySet().stream()
                .filter(key -> !sources.contains(key))
                .forEach(key -> faults.add(new Fault(
                        place(rule, part),
                        "translation",
                        "'" + key + "' says something in this language alone",
                        "write it in @" + part + " of " + rule + " too, or take it out")));
    }

    private Map<String, String> voices(String rule, String part) {
        return Voices.of(of(rule, part));
    }

    private boolean isWritten(String rule, String part) {
        return rules.isMap()
                && rules.at(rule).isMap()
                && !rules.at(rule).at(part).isAbsent();
    }

    /** What is wrong with a text, or a piece of one, is told where the text stands. */
    private void check(String rule, String part, String original, String text) {
        words.check(place(rule, part), original, language, text);
    }

    private Place place(String rule, String part) {
        return rules.at(rule).at(part).place();
    }

    /** Makes texts of rules that the file does not have a fault. */
    void only(Collection<String> ruleIds) {
        var gone = rules.map().keySet().stream()
                .filter(rule -> !ruleIds.contains(rule))
                .toList();
        if (gone.size() == 1 && untranslated.size() == 1) {
            untranslated.forEach((rule, fault) -> {
                faults.removeIf(fault::equals);
                unlike(gone.get(0), rule);
            });
        } else {
            gone.forEach(rule -> gone(rule, ruleIds));
        }
        rules.map().values().forEach(rule -> rule.only(PARTS));
    }

    /** One rule without texts and texts without a rule are one mistake: the two ids differ. */
    private void unlike(String here, String rule) {
        faults.add(new Fault(
                rules.keyPlace(here),
                "translation",
                "there is no rule " + here + " in " + ruleFile() + ", and its " + rule + " is not translated",
                "write the same id in both files, or remove these texts and translate " + rule));
    }

    private void gone(String rule, Collection<String> ruleIds) {
        String meant = Nearest.to(rule, ruleIds)
                .map(near -> ", or write '" + near + "' if that is meant")
                .orElse("");
        faults.add(new Fault(
                rules.keyPlace(rule),
                "unknown-key",
                "there is no rule " + rule + " in " + ruleFile(),
                "remove its texts" + meant));
    }

    private String ruleFile() {
        return RulesFolder.stem(file) + RulesFolder.RULES;
    }
}
