package dev.stipple.authoring.check;

import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Contents;
import dev.stipple.text.Fault;
import dev.stipple.text.Place;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of all rules in the rules folder's {@code README.md}, between two marks. */
public final class RulesTable {
    public static final String FILE = "README.md";

    private static final String BEGIN = "<!-- rules: written by `stipple table --write` -->";
    private static final String END = "<!-- end of rules -->";

    private RulesTable() {}

    /** The table alone, one row a rule. */
    public static String write(Contents contents) {
        return contents.rules().stream()
                .map(RulesTable::row)
                .collect(Collectors.joining(
                        "\n", "| Rule | What is the case | Effect or topic | Sources |\n|---|---|---|---|\n", "\n"));
    }

    /** The text of the README with the table written anew; with the table at its end where it has none. */
    public static String into(String readme, Contents contents) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        String table = BEGIN + "\n" + write(contents) + END;
        return begin < 0 || end < begin
                ? readme + "\n" + table + "\n"
                : readme.substring(0, begin) + table + readme.substring(end + END.length());
    }

    /** What is wrong with the table, if there is a README. */
    static Optional<Fault> check(Contents contents) {
        String readme = contents.folder().text(FILE);
        String expected = into(readme, contents);
        if (!contents.faults().isEmpty() || readme.isEmpty() || readme.equals(expected)) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                Place.ofDifference(FILE, readme, expected),
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
