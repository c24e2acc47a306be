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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        private List<String> named(String text) {
            return found(text, found -> Character.isDigit(found.charAt(0)) ? plain(found) : word(numbers, found));
        }

        private List<String> perhaps(String text) {
            return found(text, found -> word(perhaps, found));
        }

        private List<String> found(String text, Function<String, @Nullable String> number) {
            return pattern.matcher(text)
                    .results()
                    .map(match -> number.apply(match.group()))
                    .filter(Objects::nonNull)
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private static @Nullable String word(Map<String, String> words, String found) {
            return words.get(found.toLowerCase(Locale.ROOT));
        }

        private static String plain(String found) {
            String digits = SPACE.matcher(found).replaceAll("");
            return GROUPED.matcher(digits).matches() ? digits.replace(",", "") : digits.replace(',', '.');
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
        var said = ours.named(text);
        var repeated = theirs.named(translated);
        allow(ours.perhaps(text), said, repeated);
        allow(theirs.perhaps(translated), repeated, said);
        return said.equals(repeated)
                ? Optional.empty()
                : Optional.of("the " + one.inEnglish() + " names the numbers " + said + " and the " + other.inEnglish()
                        + " " + repeated);
    }

    /** Counts what one text may say without a number as often as the other text has that number. */
    private static void allow(List<String> perhaps, List<String> said, List<String> other) {
        perhaps.stream()
                .filter(number -> Collections.frequency(said, number) < Collections.frequency(other, number))
                .forEach(said::add);
        Collections.sort(said);
    }
}
