package dev.stipple.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    /** Of what is read on pages, whose lines break anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"messages_fr", "console_fr", "forms_fr"})
    void frenchPunctuationIsNotLeftAloneOnALine(String bundle) throws IOException {
        var words = read(bundle);
        var unbroken = new TreeMap<>(words);
        unbroken.replaceAll((key, text) -> Spoken.wording("", text).in(Spoken.FR));

        assertEquals(unbroken, words);
    }

    private static Map<String, String> read(String bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/words", bundle + ".properties"))) {
            properties.load(reader);
        }
        var words = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
