package dev.stipple.authoring.review;

import dev.stipple.authoring.scenario.Expectation;
import dev.stipple.authoring.scenario.FiringScenarios;
import dev.stipple.authoring.scenario.Scenario;
import dev.stipple.authoring.scenario.Scenarios;
import dev.stipple.rule.Rule;
import dev.stipple.rule.Source;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A review as Markdown: what holds, what does not, whose verdict changes, and boxes for what somebody has to read. */
record ReviewText(List<Gate> gates) {
    private static final int MOST_SCENARIOS = 3;

    /** What came out, and what does not hold. */
    List<String> head(String before, String after) {
        var lines = new ArrayList<>(List.of("# Review", "", before + " to " + after, ""));
        lines.addAll(List.of("| | | |", "|---|---|---|"));
        gates.forEach(gate -> lines.add("| " + gate.name() + " | " + (gate.holds() ? "holds" : "**does not hold**")
                + " | " + gate.figure() + " |"));
        gates.stream().filter(gate -> !gate.lines().isEmpty()).forEach(gate -> {
            lines.addAll(List.of("", "## What is open: " + gate.name(), ""));
            lines.addAll(block(gate.lines()));
        });
        return lines;
    }

    List<String> whole(String before, Rulebook after, ChangedRules changes, List<String> impact, Scenarios scenarios) {
        var lines = new ArrayList<>(head(before, after.digest()));
        lines.addAll(List.of("", "## Whose verdict changes", ""));
        lines.addAll(block(impact));
        lines.addAll(List.of("", "## Rules to read", ""));
        lines.add(changes.added().size() + " added, " + changes.changed().size() + " changed, "
                + changes.removed().size() + " removed.");
        var firing = FiringScenarios.of(after.contents(), scenarios);
        changes.added().forEach(rule -> lines.addAll(card(rule, "added", firing)));
        changes.changed().forEach(rule -> lines.addAll(card(rule, "changed", firing)));
        changes.removed().forEach(rule -> lines.addAll(List.of("", "### " + head(rule) + ", removed")));
        return lines;
    }

    private static List<String> card(Rule rule, String what, FiringScenarios firing) {
        var lines = new ArrayList<>(List.of("", "### " + head(rule) + ", " + what, ""));
        lines.add("`" + rule.span().place() + "`, " + (rule.effect() == null ? rule.topic() : rule.effect()));
        lines.add("");
        rule.because()
                .texts()
                .keySet()
                .forEach(language -> lines.add("- [ ] reads well, " + language.tag() + ": "
                        + Stream.of(rule.title(), rule.because())
                                .map((Wording words) -> words.in(language))
                                .collect(Collectors.joining(": "))));
        rule.sources().forEach(source -> lines.add("- [ ] the source says so: " + source(source)));
        rule.otherwise()
                .forEach(dissent -> lines.add(
                        "- [ ] the source says otherwise, " + dissent.code() + ": " + source(dissent.source())));
        telling(rule, firing.of(rule))
                .forEach(scenario -> lines.add("- [ ] right for this person: " + scenario.name() + ": "
                        + scenario.expected().verdict() + " (`" + scenario.place() + "`)"));
        return lines;
    }

    /** Scenarios that demand the rule come first. */
    private static Stream<Scenario> telling(Rule rule, List<Scenario> scenarios) {
        return scenarios.stream()
                .sorted(Comparator.comparing(scenario -> !demands(scenario.expected(), rule)))
                .limit(MOST_SCENARIOS);
    }

    private static boolean demands(Expectation expected, Rule rule) {
        return expected.rules().contains(rule.id()) || expected.recommends().contains(rule.id());
    }

    private static String head(Rule rule) {
        return rule.id() + " " + rule.name();
    }

    private static String source(Source source) {
        return Stream.of(
                        source.title(),
                        source.publisher(),
                        source.year(),
                        "evidence " + source.strength(),
                        source.address())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static List<String> block(List<String> lines) {
        return Stream.of(Stream.of("```"), lines.stream(), Stream.of("```"))
                .flatMap(part -> part)
                .toList();
    }
}
