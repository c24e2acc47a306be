package dev.stipple.authoring.check;

import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of all rules, kept in a file of the rules folder. */
public final class RulesTable {
    public static final String FILE = "TABLE.md";

    private static final String HEAD = """
            # All rules

            Written by `stipple table --write`.

            | Rule | What is the case | Effect or topic | Sources |
            |---|---|---|---|
            """;

    private RulesTable() {}

    /** The text of the file, with one row a rule. */
    public static String write(Contents contents) {
        return contents.rules().stream().map(RulesTable::row).collect(Collectors.joining("\n", HEAD, "\n"));
    }

    /** What is wrong with the table, if there is one. */
    static Optional<Fault> check(Contents contents) {
        String text = contents.folder().text(FILE);
        String expected = write(contents);
        if (!contents.faults().isEmpty() || text.isEmpty() || text.equals(expected)) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                Place.ofDifference(FILE, text, expected),
                "stale-table",
                "the table of rules is not that of the rules",
                "run: stipple table --write"));
    }

    private static String row(Rule rule) {
        String file = rule.span().file();
        return "| [%s](%s) | %s: %s | %s | %s |"
                .formatted(
                        rule.id(),
                        file,
                        rule.factor(),
                        rule.title().english().replace("|", "\\|"),
                        rule.effect() == null ? rule.topic() : rule.effect(),
                        rule.sources().stream().map(Source::id).collect(Collectors.joining(", ")));
    }
}
