package dev.stipple.wording;

import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads texts in every language of a rulebook, and holds each translation against the original as far as that can be done
 * without knowing the languages.
 */
public final class WordingReader {
    private static final Pattern WORDS = Pattern.compile("\\p{L}+\\s+\\p{L}+");

    /** How much of a text is enough to find it by. */
    private static final int QUOTED = 40;

    private final Languages languages;
    private final NumberWords numbers;
    private final Collection<Fault> faults;
    private final Set<String> unspoken = new HashSet<>();

    private WordingReader(Languages languages, NumberWords numbers, Collection<Fault> faults) {
        this.languages = languages;
        this.numbers = numbers;
        this.faults = faults;
    }

    /** A reader that adds what is wrong with a text to the faults; what is wrong with words for numbers, WordsCheck tells. */
    public static WordingReader of(RulesFolder folder, Languages languages, Collection<Fault> faults) {
        return new WordingReader(languages, NumberWords.read(folder, languages, new ArrayList<>()), faults);
    }

    /** The languages in which a text is said: those of the rulebook, where it is the title of the questionnaire. */
    public static Languages languages(YamlNode title) {
        var found = new ArrayList<Language>();
        for (String tag : title.map().keySet()) {
            if (Language.isTag(tag)) {
                found.add(new Language(tag));
            } else {
                title.fault("language", "there is no language '" + tag + "'", "write a tag such as en or pt-BR");
            }
        }
        return found.isEmpty() ? Words.WRITTEN_IN : new Languages(found);
    }

    public Languages languages() {
        return languages;
    }

    /** A text in each language, all of which have to be there. */
    public Wording read(YamlNode node) {
        var texts = new LinkedHashMap<Language, String>();
        if (!isInLanguages(node)) {
            languages.all().forEach(language -> texts.put(language, ""));
            return new Wording(texts);
        }
        checkSpoken(node);
        languages.all().forEach(language -> texts.put(language, text(node, language)));
        YamlNode original = node.at(languages.original().tag());
        for (Language language : languages.translated()) {
            YamlNode translated = node.at(language.tag());
            if (!original.isAbsent() && !translated.isAbsent()) {
                check(translated.place(), original.string(), language, translated.string());
            }
        }
        return new Wording(texts);
    }

    /** Whether this says a text by language. A key that is not written at all has been told before; any other thing is told here. */
    private boolean isInLanguages(YamlNode node) {
        if (node.isWritten() && !node.isMap()) {
            String form =
                    languages.tags().stream().map(tag -> tag + ": \"...\"").collect(Collectors.joining(", "));
            node.fault("yaml-kind", quoted(node) + " is in no language", "write {" + form + "}");
        }
        return node.isMap();
    }

    private String text(YamlNode node, Language language) {
        YamlNode text = node.at(language.tag());
        if (text.isAbsent()) {
            String other = node.map().values().stream()
                    .filter(each -> !each.isAbsent())
                    .findFirst()
                    .map(WordingReader::quoted)
                    .orElse("this text");
            node.fault(
                    "missing",
                    "the " + language.inEnglish() + " of " + other + " is missing",
                    "add '" + language.tag() + ":'");
        }
        return text.string();
    }

    /** The beginning of a text, by which an author finds it. */
    private static String quoted(YamlNode node) {
        String text = node.isMap() || node.isList() || node.isAbsent() ? "" : node.string();
        String begin = text.length() > QUOTED ? text.substring(0, QUOTED) + "..." : text;
        return begin.isEmpty() ? "this text" : '"' + begin + '"';
    }

    private void checkSpoken(YamlNode node) {
        var known = new ArrayList<>(languages.tags());
        node.map().keySet().stream().filter(Language::isTag).forEach(tag -> {
            known.add(tag);
            checkSpoken(node.keyPlace(tag), tag);
        });
        node.only(known);
    }

    /** Adds a fault where texts are in a language that the rulebook does not speak; one a language, not one a text. */
    public void checkSpoken(Place place, String tag) {
        if (!languages.tags().contains(tag) && unspoken.add(tag)) {
            faults.add(new Fault(
                    place,
                    "language",
                    "this is in '" + tag + "', and the questionnaire's title is not",
                    "write the title in it too, or take its texts out"));
        }
    }

    /** Adds what is wrong with a translation that stands here. */
    public void check(Place place, String original, Language language, String translated) {
        problem(original, language, translated)
                .ifPresent(problem -> faults.add(new Fault(place, "translation", problem, "translate it again")));
    }

    private Optional<String> problem(String original, Language language, String translated) {
        if (translated.isBlank() && !original.isBlank()) {
            return Optional.of("the " + language.inEnglish() + " of this is empty");
        }
        if (translated.strip().equals(original.strip())
                && WORDS.matcher(original).find()) {
            return Optional.of("the " + language.inEnglish() + " is the "
                    + languages.original().inEnglish());
        }
        return numbers.difference(languages.original(), original, language, translated);
    }
}
