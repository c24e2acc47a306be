package dev.stipple.assessment.summary;

import dev.stipple.assessment.Assessment;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What to do, in order: each step once, however many rules call for it. */
record Todo(Assessment assessment, Phrases phrases, Waits waits) {
    List<Summary.Stage> stages() {
        Map<String, Rule> fired = fired();
        return texts().kinds().entrySet().stream()
                .map(kind -> stage(kind.getKey(), kind.getValue(), steps(kind.getKey(), fired)))
                .filter(stage -> !stage.steps().isEmpty())
                .toList();
    }

    private Map<String, Rule> fired() {
        var fired = new LinkedHashMap<String, Rule>();
        Stream.concat(assessment.findings().stream(), assessment.recommendations().stream())
                .map(Finding::rule)
                .forEach(rule -> fired.put(rule.id(), rule));
        return fired;
    }

    private Summary.Stage stage(String kind, Wording name, List<Summary.Step> steps) {
        Waits own = kind.equals(texts().waits()) ? waits(steps) : Waits.of(List.of(), waits.day());
        return new Summary.Stage(
                kind,
                own.until() == null ? phrases.say(name) : phrases.say("until", phrases.say(name), phrases.about(own)),
                own.until(),
                steps);
    }

    /** What the steps have to wait for; nothing where it does not suit, as no wait leads on. */
    private Waits waits(List<Summary.Step> steps) {
        List<String> rules =
                steps.stream().flatMap(step -> step.rules().stream()).toList();
        return Waits.of(
                assessment.findings().stream()
                        .filter(finding -> assessment.verdict() != Verdict.NOT_SUITABLE
                                && rules.contains(finding.rule().id()))
                        .toList(),
                waits.day());
    }

    private List<Summary.Step> steps(String kind, Map<String, Rule> fired) {
        return texts().steps().stream()
                .filter(step -> step.kind().equals(kind))
                .map(step -> step(step, fired))
                .filter(step -> !step.rules().isEmpty())
                .toList();
    }

    private Summary.Step step(SummaryTexts.Step step, Map<String, Rule> fired) {
        return new Summary.Step(
                phrases.say(step.text()),
                step.rules().stream()
                        .map(fired::get)
                        .filter(Objects::nonNull)
                        .filter(rule -> leadsOn(step.kind(), rule))
                        .map(Rule::id)
                        .toList());
    }

    private boolean leadsOn(String kind, Rule rule) {
        return assessment.verdict() != Verdict.NOT_SUITABLE
                || !texts().onTheWay().contains(kind)
                || rule.effect() == Effect.NOT_SUITABLE;
    }

    private SummaryTexts texts() {
        return assessment.rulebook().summary();
    }
}
