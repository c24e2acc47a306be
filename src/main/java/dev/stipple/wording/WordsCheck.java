package dev.stipple.wording;

import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the words around the rules are there in every language that a rulebook speaks. */
public final class WordsCheck {
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private final Collection<Fault> faults;

    private WordsCheck(Collection<Fault> faults) {
        this.faults = faults;
    }

    /**
     * Adds what is missing to the faults: of words for numbers in their file, of others at the questionnaire, whose title names
     * the languages.
     */
    public static void check(RulesFolder folder, Languages languages, Collection<Fault> faults) {
        var unused = NumberWords.read(folder, languages, faults);
        var check = new WordsCheck(faults);
        for (Language language : languages.all()) {
            if (!Words.WRITTEN_IN.all().contains(language)) {
                Words.FILES.forEach(file -> check.file(file, language));
            }
        }
    }

    private void file(String file, Language language) {
        String name = Words.resource(file, language);
        String written = Words.resource(file, Words.WRITTEN_IN.original());
        var original = read(written).orElseThrow(() -> new IllegalStateException("there is no " + written));
        read(name)
                .ifPresentOrElse(
                        translated -> {
                            original.forEach((key, text) -> text(name, key, text, translated.get(key)));
                            translated.keySet().stream()
                                    .filter(key -> !original.containsKey(key))
                                    .forEach(key -> add(name, "'" + key + "' is not in " + written, "take it out"));
                        },
                        () -> add(name, "the file is missing", "translate " + written));
    }

    private void text(String name, String key, String original, @Nullable String translated) {
        if (translated == null || (translated.isBlank() && !original.isBlank())) {
            add(name, "'" + key + "' is missing", "translate \"" + original + "\"");
        } else if (!places(original).equals(places(translated))) {
            add(name, "'" + key + "' is filled in otherwise than \"" + original + "\"", "write the same braces");
        }
    }

    private void add(String name, String problem, String remedy) {
        Place title = Place.startOf(RulesFolder.QUESTIONNAIRE);
        faults.add(new Fault(title, "words", name + ": " + problem, remedy));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Optional<Map<String, String>> read(String name) {
        try (var stream = Words.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            var words = new TreeMap<String, String>();
            properties.forEach((key, text) -> words.put(key.toString(), text.toString()));
            return Optional.of(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
