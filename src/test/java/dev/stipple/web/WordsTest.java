package dev.stipple.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)[}(]");

    /** Of what is read on pages, whose lines break anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"messages_fr", "console_fr", "forms_fr"})
    void frenchPunctuationIsNotLeftAloneOnALine(String bundle) throws IOException {
        var words = read(bundle);
        var unbroken = new TreeMap<>(words);
        unbroken.replaceAll((key, text) -> Spoken.wording("", text).in(Spoken.FR));

        assertEquals(unbroken, words);
    }

    /** Thymeleaf shows a key without words as it is. */
    @Test
    void everyPageHasWordsForWhatItNames() throws IOException {
        var known = new HashSet<>(read("messages").keySet());
        known.addAll(read("console").keySet());
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path page : files.filter(Files::isRegularFile).toList()) {
                var named = KEY.matcher(Files.readString(page)).results().map(found -> found.group(1));
                assertThat(named).as(page.toString()).allMatch(known::contains);
            }
        }
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
