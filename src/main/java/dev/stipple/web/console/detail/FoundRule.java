package dev.stipple.web.console.detail;

import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A rule as consultants look it up.
 *
 * @param part name of its factor or, where it belongs to the plan, of its topic
 */
public record FoundRule(String id, String title, String part) {
    /** How many are listed where the words fit more. */
    private static final int MOST = 20;

    static FoundRule of(Rulebook rulebook, Rule rule, Language language) {
        var name = rule.topic() == null
                ? rulebook.factors().get(rule.factor())
                : rulebook.questionnaire().topics().get(rule.topic());
        return new FoundRule(
                rule.id(),
                rule.title().in(language),
                Objects.requireNonNull(name).in(language));
    }

    /** The rule whose name the text begins with, else up to twenty whose name, title and factor have all of its words. */
    static List<Rule> find(Rulebook rulebook, String text, Language language) {
        List<String> words = Stream.of(plain(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return rulebook.rule(words.get(0).toUpperCase(Locale.ROOT))
                .map(List::of)
                .orElseGet(() -> rulebook.rules().stream()
                        .filter(rule -> of(rulebook, rule, language).hasAll(words))
                        .limit(MOST)
                        .toList());
    }

    private boolean hasAll(List<String> words) {
        String all = plain(id + " " + title + " " + part);
        return words.stream().allMatch(all::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
