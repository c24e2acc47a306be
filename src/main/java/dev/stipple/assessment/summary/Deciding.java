package dev.stipple.assessment.summary;

import dev.stipple.assessment.Assessment;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rule.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The findings that decide, strictest first, one for each rule; by factor where there are many.
 *
 * @param findings those that weigh, of each rule the one with the longest wait
 */
record Deciding(Assessment assessment, Phrases phrases, List<Finding> findings) {
    static Deciding of(Assessment assessment, Phrases phrases) {
        Map<String, Finding> byRule = assessment.findings().stream()
                .filter(finding -> weighs(effect(finding), assessment.verdict()))
                .collect(Collectors.toMap(
                        finding -> finding.rule().id(), finding -> finding, Deciding::longer, LinkedHashMap::new));
        List<Finding> all = List.copyOf(byRule.values());
        return new Deciding(
                assessment,
                phrases,
                assessment.verdict() == Verdict.SUITABLE
                        ? Supports.rarest(
                                all, assessment.answers(), assessment.rulebook().summary())
                        : all);
    }

    private static boolean weighs(Effect effect, Verdict verdict) {
        return switch (verdict) {
            case SUITABLE -> effect == Effect.SUPPORTS;
            case SUITABLE_WITH_CONDITIONS -> effect == Effect.CONDITIONS;
            default -> effect.objects();
        };
    }

    private static Finding longer(Finding one, Finding other) {
        Wait before = one.delay();
        Wait after = other.delay();
        boolean later = before == null || (after != null && after.compareTo(before) > 0);
        return later ? other : one;
    }

    private static Effect effect(Finding finding) {
        return Objects.requireNonNull(finding.rule().effect());
    }

    /** How many there are, those with the same words counted once. */
    int count() {
        return lines().size();
    }

    /** One line on each, as part of a sentence. */
    List<String> lines() {
        return findings.stream().map(this::line).distinct().toList();
    }

    /** What is told, at most {@link Summary#MOST}. */
    List<Summary.Reason> told() {
        return all().stream().limit(Summary.MOST).toList();
    }

    /** The factors of what is left untold. */
    List<String> otherFactors() {
        List<String> told = told().stream().map(Summary.Reason::factorName).toList();
        return all().stream()
                .map(Summary.Reason::factorName)
                .distinct()
                .filter(name -> !told.contains(name))
                .toList();
    }

    private List<Summary.Reason> all() {
        List<Summary.Reason> single = gathered(this::line);
        return single.size() <= Summary.MOST
                ? single
                : gathered(finding -> finding.rule().factor());
    }

    /** A reason for all findings with the same key, in the words of the strictest; of two for a doctor, in those of both. */
    private List<Summary.Reason> gathered(Function<Finding, String> key) {
        var groups = new LinkedHashMap<String, List<Finding>>();
        findings.forEach(finding -> groups.computeIfAbsent(key.apply(finding), each -> new ArrayList<>())
                .add(finding));
        return groups.values().stream()
                .sorted(Comparator.comparing(group -> effect(group.get(0))))
                .map(this::reason)
                .toList();
    }

    private Summary.Reason reason(List<Finding> group) {
        Finding first = group.get(0);
        List<String> lines = group.stream().map(this::line).distinct().toList();
        int named = effect(first) == Effect.MEDICAL_CLEARANCE && lines.size() == 2 ? 2 : 1;
        String line = Phrases.sentence(String.join("; ", lines.subList(0, named)));
        int others = lines.size() - named;
        return new Summary.Reason(
                effect(first),
                name(effect(first)),
                first.rule().factor(),
                phrases.say(Objects.requireNonNull(
                        assessment.rulebook().factors().get(first.rule().factor()))),
                others == 0 ? line + "." : phrases.say("and", line, others),
                count() == 1 ? phrases.say(first.rule().because()) : null,
                group.stream().map(finding -> finding.rule().id()).toList());
    }

    private String name(Effect effect) {
        return phrases.say(Objects.requireNonNull(
                assessment.rulebook().questionnaire().effects().get(effect.name())));
    }

    private String line(Finding finding) {
        return new FindingLine(assessment, phrases).of(finding);
    }
}
