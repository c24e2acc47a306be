package dev.stipple.authoring.scenario;

import dev.stipple.answers.Answers;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A failed scenario, laid out for reading: what was expected, what came out, and the answers that mattered. */
public record ScenarioReport(ScenarioResult result) {

    /** The report, line by line; the first names the scenario and its place. */
    public List<String> lines() {
        Scenario scenario = result.scenario();
        return Stream.of(
                        Stream.of(scenario.place() + ": " + scenario.name()),
                        result.differences().stream().map(line -> "    " + line),
                        Stream.of("  fired:"),
                        fired().map(line -> "    " + line),
                        Stream.of("  answers that mattered:"),
                        answers().map(line -> "    " + line))
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<String> fired() {
        return Stream.of(Effect.values())
                .filter(effect -> findings(effect).findAny().isPresent())
                .flatMap(effect -> effect == Effect.SUPPORTS
                        ? Stream.of(effect + ": "
                                + findings(effect)
                                        .map(finding -> finding.rule().id())
                                        .distinct()
                                        .collect(Collectors.joining(", ")))
                        : findings(effect).map(ScenarioReport::line));
    }

    private Stream<Finding> findings(Effect effect) {
        return result.assessment().findings().stream()
                .filter(finding -> finding.rule().effect() == effect);
    }

    private static String line(Finding finding) {
        Rule rule = finding.rule();
        return rule.effect() + ": " + rule.id() + " " + rule.span().place() + " " + rule.name();
    }

    private Stream<String> answers() {
        Assessment assessment = result.assessment();
        Set<Slot> slots = new LinkedHashSet<>();
        assessment.findings().stream()
                .filter(finding -> finding.rule().effect() != Effect.SUPPORTS)
                .flatMap(finding -> finding.standsOn().stream())
                .forEach(slots::add);
        Stream.of(
                        result.scenario().expected().rules(),
                        result.scenario().expected().recommends())
                .flatMap(List::stream)
                .flatMap(id -> assessment.rulebook().rule(id).stream())
                .flatMap(rule -> mentioned(rule, assessment.answers()))
                .forEach(slots::add);
        slots.addAll(assessment.unanswered());
        return slots.stream().map(slot -> slot.pointer() + ": " + value(assessment.answers(), slot));
    }

    private static Stream<Slot> mentioned(Rule rule, Answers answers) {
        return rule.condition()
                .patterns()
                .flatMap(pattern -> IntStream.range(
                                0, answers.entries(pattern.group()).size())
                        .boxed()
                        .flatMap(entry -> pattern.constraint()
                                .comparisons()
                                .map(comparison -> new Slot(pattern.group(), entry, comparison.question()))));
    }

    private static String value(Answers answers, Slot slot) {
        if (slot.question() == null) {
            return answers.answered(slot.group())
                    ? answers.entries(slot.group()).size() + " entries"
                    : "unknown";
        }
        return answers.json(slot).map(String::valueOf).orElse(answers.isUnknown(slot) ? "unknown" : "not asked");
    }
}
