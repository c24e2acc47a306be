package dev.stipple.wording;

import dev.stipple.text.Fault;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers that texts name, in digits or in the words that {@code number-words.yaml} has for each language. */
final class NumberWords {
    static final String NAME = "number-words.yaml";

    private static final String DIGITS = "\\d{1,3}(?:[, \\u00a0\\u202f]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?";
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+");
    private static final Lexicon DIGITS_ALONE = new Lexicon(Map.of(), Map.of(), pattern(Stream.of()));

    /**
     * Words for numbers in one language.
     *
     * @param perhaps those that another language may leave out
     */
    private record Lexicon(Map<String, String> numbers, Map<String, String> perhaps, Pattern pattern) {
        private Named in(String text) {
            var said = new ArrayList<String>();
            var maybe = new ArrayList<String>();
            for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
                String found = matcher.group().toLowerCase(Locale.ROOT);
                if (Character.isDigit(found.charAt(0))) {
                    said.add(plain(found));
                } else {
                    Optional.ofNullable(numbers.get(found)).ifPresent(said::add);
                    Optional.ofNullable(perhaps.get(found)).ifPresent(maybe::add);
                }
            }
            return new Named(said, maybe);
        }

        private static String plain(String found) {
            String digits = SPACE.matcher(found).replaceAll("");
            return GROUPED.matcher(digits).matches() ? digits.replace(",", "") : digits.replace(',', '.');
        }
    }

    /** The numbers that a text says, and those that its translation may leave out. */
    private record Named(List<String> said, List<String> perhaps) {
        /** What both say once each has what it may leave out and the other says. */
        private List<String> beside(Named other) {
            var all = new ArrayList<>(said);
            perhaps.stream()
                    .filter(number -> Collections.frequency(all, number) < Collections.frequency(other.said, number))
                    .forEach(all::add);
            Collections.sort(all);
            return all;
        }
    }

    private final Map<Language, Lexicon> byLanguage = new HashMap<>();

    private NumberWords() {}

    /** Reads the list; without it, numbers are found in digits alone. */
    static NumberWords read(RulesFolder folder, Languages languages, Collection<Fault> faults) {
        var words = new NumberWords();
        if (folder.has(NAME)) {
            YamlNode root = YamlFile.read(NAME, folder.text(NAME), faults);
            root.only(languages.tags());
            languages.all().forEach(language -> words.byLanguage.put(language, lexicon(root.need(language.tag()))));
        }
        return words;
    }

    private static Lexicon lexicon(YamlNode node) {
        node.only(List.of("numbers", "perhaps"));
        var numbers = numbers(node.at("numbers"));
        var perhaps = numbers(node.at("perhaps"));
        return new Lexicon(
                numbers, perhaps, pattern(Stream.of(numbers, perhaps).flatMap(each -> each.keySet().stream())));
    }

    private static Map<String, String> numbers(YamlNode node) {
        var numbers = new HashMap<String, String>();
        node.map().forEach((word, number) -> numbers.put(word, Integer.toString(number.integer(0))));
        return numbers;
    }

    /** Finds digits and whole words, the longest first; part of a hyphenated word is no word. */
    private static Pattern pattern(Stream<String> words) {
        String all = words.sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String whole = all.isEmpty() ? "" : "|(?<![\\p{L}])(?<!\\p{L}-)(?:" + all + ")(?!-?\\p{L})";
        return Pattern.compile(DIGITS + whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** How the numbers that two texts name differ. */
    Optional<String> difference(Language one, String text, Language other, String translated) {
        Lexicon ours = byLanguage.getOrDefault(one, DIGITS_ALONE);
        Lexicon theirs = byLanguage.getOrDefault(other, DIGITS_ALONE);
        Named named = ours.in(text);
        Named translation = theirs.in(translated);
        var said = named.beside(translation);
        var repeated = translation.beside(named);
        return said.equals(repeated)
                ? Optional.empty()
                : Optional.of("the " + one.inEnglish() + " names the numbers " + said + " and the " + other.inEnglish()
                        + " " + repeated);
    }
}
