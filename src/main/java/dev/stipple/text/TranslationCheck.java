package dev.stipple.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds a French text against the English one, as far as that can be done without knowing the languages. */
public final class TranslationCheck {
    private static final Pattern WORDS = Pattern.compile("\\p{L}+\\s+\\p{L}+");
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:[, \\u00a0\\u202f]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?|\\p{L}+(?:-\\p{L}+)*");
    private static final Pattern HALF_YEAR = Pattern.compile("\\bhalf (?:a )?year\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOTH = Pattern.compile("\\bboth\\b", Pattern.CASE_INSENSITIVE);
    private static final String TWO = "2";
    private static final Pattern GROUPED = Pattern.compile("[\\s\\u00a0\\u202f]");

    private static final Map<String, String> ENGLISH = numbers(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
            "dozen 12 thirty 30 forty 40 fifty 50 sixty 60 ninety 90 hundred 100");
    private static final Map<String, String> FRENCH = numbers(
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
            "dizaine 10 douzaine 12 quinzaine 15 vingtaine 20 trentaine 30 trente 30 quarante 40 cinquante 50 soixante 60 quatre-vingt-dix 90 cent 100");

    private TranslationCheck() {}

    /** What is wrong with the French of an English text; empty where nothing shows. */
    public static Optional<String> problem(String english, String french) {
        if (french.isBlank() && !english.isBlank()) {
            return Optional.of("the French of this is empty");
        }
        if (french.strip().equals(english.strip()) && WORDS.matcher(english).find()) {
            return Optional.of("the French is the English");
        }
        var said = numbers(HALF_YEAR.matcher(english).replaceAll("six months"), ENGLISH);
        var translated = numbers(french, FRENCH);
        // "Both" may be told with or without a word for two.
        BOTH.matcher(english)
                .results()
                .filter(each -> Collections.frequency(said, TWO) < Collections.frequency(translated, TWO))
                .forEach(each -> said.add(TWO));
        Collections.sort(said);
        return said.equals(translated)
                ? Optional.empty()
                : Optional.of("the English names the numbers " + said + " and the French " + translated);
    }

    /** Adds what is wrong with the French that stands here. */
    public static void check(Place place, String english, String french, Collection<Fault> faults) {
        problem(english, french)
                .ifPresent(problem -> faults.add(new Fault(place, "translation", problem, "translate it again")));
    }

    private static List<String> numbers(String text, Map<String, String> words) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> GROUPED.matcher(match.group()).replaceAll(""))
                .map(found -> Character.isDigit(found.charAt(0))
                        ? found.matches("\\d{1,3}(,\\d{3})+") ? found.replace(",", "") : found.replace(',', '.')
                        : words.getOrDefault(found.toLowerCase(Locale.ROOT), ""))
                .filter(number -> !number.isEmpty())
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, String> numbers(String fromTwo, String others) {
        var numbers = new TreeMap<String, String>();
        for (String word : fromTwo.split(" ", -1)) {
            numbers.put(word, Integer.toString(numbers.size() + 2));
        }
        String[] pairs = others.split(" ", -1);
        for (int i = 0; i < pairs.length; i += 2) {
            numbers.put(pairs[i], pairs[i + 1]);
        }
        return numbers;
    }
}
