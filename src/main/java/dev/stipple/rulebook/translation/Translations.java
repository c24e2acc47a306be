package dev.stipple.rulebook.translation;

import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.wording.Language;
import dev.stipple.wording.Wording;
import dev.stipple.wording.WordingReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the rules of one file say in the languages that they are translated into, in a file beside it for each. */
public final class Translations {
    private static final Pattern FILE = Pattern.compile(".*\\.(" + Language.TAG + ")\\.yaml");

    private final WordingReader words;
    private final Map<Language, Translation> files = new LinkedHashMap<>();

    private Translations(WordingReader words) {
        this.words = words;
    }

    /** Reads those of the rule file with this stem. */
    public static Translations read(RulesFolder folder, String stem, WordingReader words, Collection<Fault> faults) {
        var translations = new Translations(words);
        for (Language language : words.languages().translated()) {
            String file = stem + "." + language + ".yaml";
            translations.files.put(language, Translation.read(folder, file, language, words, faults));
        }
        return translations;
    }

    /** Whether a file is named as a translation is. */
    public static boolean isTranslation(String file) {
        return FILE.matcher(file).matches();
    }

    /** Adds a fault for each translation that nobody reads: into another language, or of a rule file that is gone. */
    public static void checkLeftOver(RulesFolder folder, WordingReader words, Collection<Fault> faults) {
        for (String file : folder.names(".yaml")) {
            var named = FILE.matcher(file);
            if (named.matches()) {
                words.checkSpoken(Place.startOf(file), named.group(1));
                if (!folder.has(RulesFolder.stem(file) + RulesFolder.RULES)) {
                    faults.add(new Fault(
                            Place.startOf(file),
                            "translation",
                            "there is no rule file beside this translation",
                            "remove it, or rename it after the rule file"));
                }
            }
        }
    }

    /** A rule's title or reason in every language. */
    public Wording of(String rule, String part, String original) {
        var texts = begin(original);
        files.forEach((language, file) -> texts.put(language, file.of(rule, part, original)));
        return new Wording(texts);
    }

    /**
     * What a source says, in every language.
     *
     * @param part the annotation in which it does
     * @param place of the original
     */
    public Wording ofVoice(String rule, String part, String source, String original, Place place) {
        var texts = begin(original);
        files.forEach((language, file) -> texts.put(language, file.ofVoice(rule, part, source, original, place)));
        return new Wording(texts);
    }

    private Map<Language, String> begin(String original) {
        var texts = new LinkedHashMap<Language, String>();
        texts.put(words.languages().original(), original);
        return texts;
    }

    /** Adds a fault for each source that only a translation has say something. */
    public void checkVoices(String rule, String part, Collection<String> sources) {
        files.values().forEach(file -> file.checkVoices(rule, part, sources));
    }

    /** Makes texts of rules that the file does not have a fault. */
    public void only(Collection<String> ruleIds) {
        files.values().forEach(file -> file.only(ruleIds));
    }
}
