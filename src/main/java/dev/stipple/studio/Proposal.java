package dev.stipple.studio;

import dev.stipple.questionnaire.Option;
import dev.stipple.questionnaire.Question;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Contents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that can be written next.
 *
 * @param text what is written
 * @param says what it means, in a few words
 * @param symbol what it names; empty where it is a word of the language
 */
public record Proposal(String text, String says, Optional<Symbol> symbol) {
    static Proposal word(String text, String says) {
        return new Proposal(text, says, Optional.empty());
    }

    static Stream<Proposal> words(List<String> all) {
        return all.stream().map(each -> word(each, ""));
    }

    private static Proposal of(Symbol symbol, String text, String says) {
        return new Proposal(text, says, Optional.of(symbol));
    }

    static Proposal question(Question question, String text) {
        return of(Symbol.question(question.path()), text, question.text().original());
    }

    static Stream<Proposal> questions(Contents contents) {
        return contents.questionnaire().questions().stream().map(each -> question(each, each.path()));
    }

    /** An option of a question, with what stands before its code. */
    static Proposal option(Question question, Option option, String before) {
        return of(
                Symbol.option(question.path(), option.code()),
                before + option.code(),
                option.text().original());
    }

    static Stream<Proposal> options(Question question) {
        return question.options().stream().map(option -> option(question, option, ""));
    }

    static Stream<Proposal> sources(Contents contents, String after) {
        return contents.sources().values().stream()
                .map(each -> of(new Symbol(Symbol.Kind.SOURCE, each.id()), each.id() + after, says(each)));
    }

    private static String says(Source source) {
        return source.title() + " (" + source.strength() + ")";
    }

    static Stream<Proposal> rules(Contents contents) {
        return contents.rules().stream()
                .map(each -> of(Symbol.rule(each.id()), each.id(), each.title().original()));
    }

    static Stream<Proposal> named(Symbol.Kind kind, Map<String, String> names) {
        return names.entrySet().stream()
                .map(each -> of(new Symbol(kind, each.getKey()), each.getKey(), each.getValue()));
    }
}
