package dev.stipple.offline;

import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is said in one language.
 *
 * @param name what its speakers call it
 * @param texts those of the rulebook, by their places
 * @param words those around them, by file and key
 * @param months the names of the months as they stand in a date
 */
record LanguageTables(String name, List<String> texts, Map<String, Map<String, String>> words, List<String> months) {
    /** The files of words that the page speaks from. */
    private static final List<String> FILES = List.of("messages", "offline", "summary", "forms");

    /** The keys that it takes from the words of the server's pages. */
    private static final Pattern SHARED = Pattern.compile(
            "(back|change|continue|languages|entries\\.another|progress|unsure\\..*|page\\..*|fault\\..*|certain\\..*|start\\..*"
                    + "|check\\..*|gaps\\..*|result\\..*|strength\\..*)");

    static LanguageTables of(Language language, Texts texts) {
        var words = new TreeMap<String, Map<String, String>>();
        FILES.forEach(file -> words.put(file, words(file, language)));
        var month = DateTimeFormatter.ofPattern("MMMM", language.locale());
        return new LanguageTables(
                language.name(),
                texts.in(language),
                words,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(number -> month.format(LocalDate.of(2000, number, 1)))
                        .toList());
    }

    private static Map<String, String> words(String file, Language language) {
        ResourceBundle bundle = Words.of(file, language);
        var words = new TreeMap<String, String>();
        bundle.keySet().stream()
                .filter(key -> !file.equals("messages") || SHARED.matcher(key).matches())
                .forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }
}
