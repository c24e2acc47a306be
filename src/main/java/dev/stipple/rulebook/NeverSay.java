package dev.stipple.rulebook;

import dev.stipple.rulebook.dialect.Faults;
import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.YamlFile;
import dev.stipple.text.YamlNode;
import dev.stipple.wording.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The advice that no text may give to people, as {@code never-say.yaml} lists it: a verb with an object close behind it,
 * unless what stands before turns it round.
 */
final class NeverSay {
    static final String NAME = "never-say.yaml";

    private static final int WORDS_BETWEEN = 4;
    private static final Pattern SENTENCES = Pattern.compile("[.:;!?|]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'-]+|(?<=')");

    /** An advice in one language, each phrase as its words, and the verbs by their first. */
    private record Advice(
            String name,
            String instead,
            List<List<String>> unless,
            Map<String, List<List<String>>> verbs,
            List<List<String>> objects) {
        /** Whether a verb's first word stands in a text, which spares most texts to be taken apart. */
        private boolean mayBeIn(String text) {
            return verbs.keySet().stream().anyMatch(text::contains);
        }

        private boolean isGivenIn(List<String> words) {
            return IntStream.range(0, words.size())
                    .anyMatch(at -> verbs.getOrDefault(words.get(at), List.of()).stream()
                            .filter(verb -> startsWith(words, at, verb))
                            .anyMatch(verb -> !isTurned(words, at) && hasObject(words, at + verb.size())));
        }

        private boolean isTurned(List<String> words, int verb) {
            return unless.stream()
                    .anyMatch(phrase -> verb >= phrase.size() && startsWith(words, verb - phrase.size(), phrase));
        }

        private boolean hasObject(List<String> words, int from) {
            return IntStream.range(from, Math.min(words.size(), from + WORDS_BETWEEN))
                    .anyMatch(at -> objects.stream().anyMatch(object -> startsWith(words, at, object)));
        }

        private static boolean startsWith(List<String> words, int at, List<String> phrase) {
            return at + phrase.size() <= words.size()
                    && words.subList(at, at + phrase.size()).equals(phrase);
        }
    }

    private final List<Advice> all;
    private final Faults faults;

    private NeverSay(List<Advice> all, Faults faults) {
        this.all = all;
        this.faults = faults;
    }

    /** Reads the list; without the file, nothing is on it. */
    static NeverSay read(RulesFolder folder, Languages languages, Faults faults) {
        if (!folder.has(NAME)) {
            return new NeverSay(List.of(), faults);
        }
        YamlNode root = YamlFile.read(NAME, folder.text(NAME), faults.collection());
        root.only(List.of("advice"));
        root.notEmpty("advice", "advice");
        return new NeverSay(
                root.at("advice").list().stream()
                        .flatMap(node -> advice(node, languages.tags()))
                        .toList(),
                faults);
    }

    private static Stream<Advice> advice(YamlNode node, List<String> languages) {
        node.only(
                Stream.concat(Stream.of("name", "instead"), languages.stream()).toList());
        return languages.stream().map(node::need).map(words -> {
            words.only(List.of("unless", "verbs", "objects"));
            return new Advice(
                    node.need("name").string(),
                    node.need("instead").string(),
                    phrases(words.at("unless")),
                    phrases(words.need("verbs")).stream().collect(Collectors.groupingBy(verb -> verb.get(0))),
                    phrases(words.need("objects")));
        });
    }

    private static List<List<String>> phrases(YamlNode node) {
        return node.list().stream()
                .map(phrase -> words(plain(phrase.string())))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** Adds a fault where a text that stands here gives such an advice. */
    void check(Place place, String text) {
        String plain = plain(text);
        var near = all.stream().filter(advice -> advice.mayBeIn(plain)).toList();
        if (near.isEmpty()) {
            return;
        }
        var sentences = SENTENCES.splitAsStream(plain).map(NeverSay::words).toList();
        near.stream()
                .filter(advice -> sentences.stream().anyMatch(advice::isGivenIn))
                .findFirst()
                .ifPresent(advice -> faults.add(place, "advice", "this advises " + advice.name(), advice.instead()));
    }

    /** Checks every text of a file in YAML. */
    void check(RulesFolder folder, String file) {
        YamlFile.read(file, folder.text(file), new Faults().collection())
                .texts()
                .forEach(text -> check(text.place(), text.string()));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static List<String> words(String plain) {
        return BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }
}
