package dev.stipple.studio;

import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rulebook.Contents;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The things that files say are there, for lists in which somebody looks for one. */
public final class Outline {
    private Outline() {}

    /**
     * One of them.
     *
     * @param says what people read of it
     */
    public record Entry(String name, String says, Symbol.Kind kind, String file, int start, int end) {}

    /** Those of a file, in their order. */
    public static List<Entry> of(Index index, String file) {
        Stream<Entry> defined = index.of(file).stream()
                .filter(Mention::defines)
                .filter(mention -> mention.symbol().kind() != Symbol.Kind.TITLE)
                .map(mention -> entry(index.contents(), mention));
        return Stream.concat(defined, scenarios(index, file)).toList();
    }

    private static Stream<Entry> scenarios(Index index, String file) {
        return !file.endsWith(Scenarios.ENDING)
                ? Stream.empty()
                : YamlWords.of(index.folder().text(file)).words().stream()
                        .filter(word -> !word.key() && word.path().equals(List.of("scenarios", YamlWords.ITEM, "name")))
                        .map(word -> new Entry(word.text(), "", Symbol.Kind.TITLE, file, word.start(), word.end()));
    }

    private static Entry entry(Contents contents, Mention mention) {
        Symbol symbol = mention.symbol();
        return new Entry(
                symbol.word(),
                says(contents, symbol).orElse(""),
                symbol.kind(),
                mention.file(),
                mention.start(),
                mention.end());
    }

    private static Optional<String> says(Contents contents, Symbol symbol) {
        var questionnaire = contents.questionnaire();
        return switch (symbol.kind()) {
            case GROUP ->
                questionnaire.group(symbol.name()).map(group -> group.title().original());
            case QUESTION ->
                questionnaire.question(symbol.name()).map(each -> each.text().original());
            case OPTION ->
                questionnaire
                        .question(symbol.ofQuestion())
                        .flatMap(each -> each.option(symbol.word()))
                        .map(option -> option.text().original());
            case RULE -> contents.rule(symbol.name()).map(rule -> rule.title().original());
            case SOURCE ->
                Optional.ofNullable(contents.sources().get(symbol.name())).map(source -> source.title());
            default -> Optional.empty();
        };
    }

    /** Those of all files that have this in their name or in what they say, in whatever case. */
    public static Stream<Entry> find(Index index, String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return index.folder().texts().keySet().stream()
                .flatMap(file -> of(index, file).stream())
                .filter(entry -> (entry.name() + " " + entry.says())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
    }
}
