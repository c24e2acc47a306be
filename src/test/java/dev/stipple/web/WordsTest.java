package dev.stipple.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "console", "dev/stipple/cli/person/explanation", "dev/stipple/explain/card"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        assertEquals(places(read(bundle)), places(read(bundle + "_fr")));
    }

    /** What stands in the place of each number, once. */
    private static Map<String, List<String>> places(Map<String, String> words) {
        var places = new TreeMap<String, List<String>>();
        words.forEach((key, text) -> places.put(
                key,
                PLACE.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .sorted()
                        .toList()));
        return places;
    }

    /** Of what is read on pages, whose lines break anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"messages_fr", "console_fr"})
    void frenchPunctuationIsNotLeftAloneOnALine(String bundle) throws IOException {
        var words = read(bundle);
        var unbroken = new TreeMap<>(words);
        unbroken.replaceAll((key, text) -> new Wording("", text).french());

        assertEquals(unbroken, words);
    }

    private static Map<String, String> read(String bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources", bundle + ".properties"))) {
            properties.load(reader);
        }
        var words = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
