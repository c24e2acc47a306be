package dev.stipple.authoring.coverage;

import dev.stipple.text.Place;
import dev.stipple.text.RulesFolder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rules as a page that marks what no scenario has seen. */
public final class CoveragePage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Coverage of the rules</title><style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #1d2b33; }
            pre { font: .875rem/1.5 ui-monospace, monospace; overflow-x: auto; border: 1px solid #dde4e8; padding: .5rem; }
            mark { background: #ffe2b8; } mark::after { content: " ◂ " attr(title); color: #7a3d00; font-style: italic; }
            td, th { text-align: left; padding-right: 2rem; } </style></head><body>
            """;

    private CoveragePage() {}

    /** The whole page, complete in itself. */
    public static String write(Coverage coverage) {
        Map<String, Map<Integer, List<String>>> gaps = coverage.missing().stream()
                .collect(Collectors.groupingBy(
                        gap -> gap.place().file(),
                        TreeMap::new,
                        Collectors.groupingBy(
                                gap -> gap.place().line(),
                                Collectors.mapping(gap -> gap.point().what(), Collectors.toList()))));
        return HEAD + "<h1>Coverage of the rules: " + coverage.percent() + " %</h1>\n<table>" + table(coverage)
                + "</table>\n"
                + coverage.contents().folder().names(RulesFolder.RULES).stream()
                        .map(file -> section(
                                file, coverage.contents().folder().text(file), gaps.getOrDefault(file, Map.of())))
                        .collect(Collectors.joining())
                + "</body></html>\n";
    }

    private static String table(Coverage coverage) {
        return coverage.counts().stream()
                .map(count ->
                        "<tr><th>" + count.kind() + "</th><td>" + count.covered() + " of " + count.all() + "</td></tr>")
                .collect(Collectors.joining());
    }

    private static String section(String file, String text, Map<Integer, List<String>> gaps) {
        var lines = text.lines().toList();
        var section = new StringBuilder("<h2>" + file + "</h2>\n<pre>");
        for (int line = 1; line <= lines.size(); line++) {
            section.append(line(new Place(file, line, 1), lines.get(line - 1), gaps.getOrDefault(line, List.of())));
        }
        return section.append("</pre>\n").toString();
    }

    private static String line(Place place, String text, List<String> gaps) {
        String written = escaped(text);
        String marked = gaps.isEmpty()
                ? written
                : "<mark title=\"" + escaped(String.join("; ", gaps)) + "\">" + written + "</mark>";
        return "%5d  ".formatted(place.line()) + marked + "\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
