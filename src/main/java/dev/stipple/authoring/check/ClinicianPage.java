package dev.stipple.authoring.check;

import dev.stipple.rule.Direction;
import dev.stipple.rule.Dissent;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Contents;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every rule that can change a verdict on one line, with its sources and how strong they are, for a clinician to go through
 * and sign; and what is open: where sources disagree, and where none is more than very weak.
 */
final class ClinicianPage {
    private static final String HEAD = """
            # For clinicians

            Written by `stipple table --write`. Each line is one rule: what is the case, what it does to the verdict, and who says
            so, the strongest source first; the sources are at the end. Write "yes" beside a rule that you agree with,
            or what you would change. The rules that only support are in [TABLE.md](TABLE.md).
            """;

    private static final Comparator<Source> STRONGEST_FIRST = Comparator.comparing(
                    (Source source) -> Source.STRENGTHS.indexOf(source.strength()))
            .thenComparing(Source::id);

    private ClinicianPage() {}

    static String write(Contents contents) {
        List<Rule> deciding = contents.rules().stream()
                .filter(rule -> rule.effect() != null && rule.effect() != Effect.SUPPORTS)
                .toList();
        return Stream.of(
                        Stream.of(HEAD),
                        factors(contents, deciding),
                        weak(deciding),
                        disagreements(deciding),
                        sources(deciding),
                        Stream.of("Name, profession, date, signature:", ""))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> factors(Contents contents, List<Rule> deciding) {
        Map<String, List<Rule>> byFactor =
                deciding.stream().collect(Collectors.groupingBy(Rule::factor, TreeMap::new, Collectors.toList()));
        return byFactor.entrySet().stream()
                .flatMap(factor -> Stream.concat(
                        Stream.of(
                                "## " + name(contents, factor.getKey()),
                                "",
                                "| Rule | What is the case | Verdict | Sources | Agreed |",
                                "|---|---|---|---|---|"),
                        Stream.concat(
                                factor.getValue().stream()
                                        .sorted(Comparator.comparing(Rule::effect))
                                        .map(ClinicianPage::row),
                                Stream.of(""))));
    }

    private static String name(Contents contents, String factor) {
        return Objects.requireNonNull(contents.factors().get(factor)).original();
    }

    private static String row(Rule rule) {
        String sources = rule.sources().stream()
                .sorted(STRONGEST_FIRST)
                .map(ClinicianPage::cited)
                .collect(Collectors.joining(", "));
        return cells(link(rule), rule.title().original(), verdict(rule), sources, "");
    }

    private static Stream<String> weak(List<Rule> deciding) {
        return section(
                "Open: no source is more than very weak",
                "| Rule | What is the case | Verdict |",
                "|---|---|---|",
                deciding.stream()
                        .filter(rule -> rule.sources().stream().allMatch(ClinicianPage::isWeakest))
                        .map(rule -> cells(link(rule), rule.title().original(), verdict(rule))));
    }

    private static Stream<String> disagreements(List<Rule> deciding) {
        return section(
                "Open: a source says otherwise",
                "| Rule | What is the case | Verdict | Who | Says | Would be |",
                "|---|---|---|---|---|---|",
                deciding.stream()
                        .flatMap(rule -> rule.otherwise().stream()
                                .map(dissent -> cells(
                                        link(rule),
                                        rule.title().original(),
                                        verdict(rule),
                                        cited(dissent.source()),
                                        dissent.says().original(),
                                        Direction.of(rule, dissent).name().toLowerCase(Locale.ROOT) + ": "
                                                + dissent.weight().verdict()))));
    }

    private static Stream<String> section(String heading, String columns, String line, Stream<String> rows) {
        return Stream.concat(Stream.of("## " + heading, "", columns, line), Stream.concat(rows, Stream.of("")));
    }

    private static boolean isWeakest(Source source) {
        return source.strength().equals(Source.STRENGTHS.get(Source.STRENGTHS.size() - 1));
    }

    private static Stream<String> sources(List<Rule> deciding) {
        return section(
                "Sources",
                "| Source | Title | By | Year | Strength |",
                "|---|---|---|---|---|",
                deciding.stream()
                        .flatMap(rule -> Stream.concat(
                                rule.sources().stream(),
                                rule.otherwise().stream().map(Dissent::source)))
                        .distinct()
                        .sorted(STRONGEST_FIRST)
                        .map(source -> cells(
                                source.id(),
                                source.title(),
                                source.publisher(),
                                source.year() == null ? "" : source.year().toString(),
                                source.strength())));
    }

    private static String cited(Source source) {
        return source.id() + " (" + source.strength() + ")";
    }

    private static String link(Rule rule) {
        return "[%s](%s)".formatted(rule.id(), rule.span().file());
    }

    private static String verdict(Rule rule) {
        return Objects.requireNonNull(rule.effect()).verdict().name();
    }

    private static String cells(String... texts) {
        return Stream.of(texts)
                .map(text -> " " + text.replace("|", "\\|"))
                .collect(Collectors.joining(" |", "|", " |"));
    }
}
