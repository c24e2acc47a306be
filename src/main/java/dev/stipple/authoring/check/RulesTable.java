package dev.stipple.authoring.check;

import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Contents;
import java.util.stream.Collectors;

/** The table of all rules. */
final class RulesTable {

    private static final String HEAD = """
            # All rules

            Written by `stipple table --write`.

            | Rule | What is the case | Effect or topic | Sources |
            |---|---|---|---|
            """;

    private RulesTable() {}

    /** The text of the file, with one row a rule. */
    static String write(Contents contents) {
        return contents.rules().stream().map(RulesTable::row).collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(Rule rule) {
        String file = rule.span().file();
        return "| [%s](%s) | %s: %s | %s | %s |"
                .formatted(
                        rule.id(),
                        file,
                        rule.factor(),
                        rule.title().original().replace("|", "\\|"),
                        rule.effect() == null ? rule.topic() : rule.effect(),
                        rule.sources().stream().map(Source::id).collect(Collectors.joining(", ")));
    }
}
