package dev.stipple.assessment.summary;

import dev.stipple.assessment.Assessment;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Rule;
import dev.stipple.rule.SummaryTexts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What it would be like: apart from what is to be done, and from what is true of everybody. */
record Plan(Assessment assessment, Phrases phrases) {
    /** How many recommendations are told one by one. */
    private static final int MOST = 6;

    /** What few others are told first. */
    List<Summary.Own> own() {
        Set<String> steps =
                texts().steps().stream().flatMap(step -> step.rules().stream()).collect(Collectors.toSet());
        return rules().filter(rule -> !isGeneral(rule) && !steps.contains(rule.id()))
                .sorted(Comparator.comparing(texts()::perMille))
                .limit(MOST)
                .map(this::own)
                .toList();
    }

    /** How many are the same for everybody. */
    int general() {
        return (int) rules().filter(Plan::isGeneral).count();
    }

    private Summary.Own own(Rule rule) {
        String topic = Objects.requireNonNull(rule.topic());
        return new Summary.Own(
                rule.id(),
                topic,
                phrases.say(Objects.requireNonNull(
                        assessment.rulebook().questionnaire().topics().get(topic))),
                phrases.say(rule.because()));
    }

    private Stream<Rule> rules() {
        return assessment.recommendations().stream().map(Finding::rule).distinct();
    }

    /** Whether a recommendation reads no answer, and so is true of everybody with this verdict. */
    private static boolean isGeneral(Rule rule) {
        return rule.condition().patterns().findAny().isEmpty();
    }

    private SummaryTexts texts() {
        return assessment.rulebook().summary();
    }
}
