package dev.stipple.api.cds;

import dev.stipple.api.fhir.Fhir;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Verdict;
import dev.stipple.text.Language;
import dev.stipple.text.Wording;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An assessment as a card.
 *
 * @param label who speaks
 * @param base where this service is reached
 */
record CardText(Explanation explanation, Language language, String label, String base) {
    private static final int MOST_QUESTIONS = 5;
    private static final Wording STILL_OPEN = new Wording("Still to be asked:", "Reste à demander :");
    private static final Wording SOURCES = new Wording("Sources: ", "Sources : ");

    static Cards.Card of(Explanation explanation, Language language, String label, String base) {
        return new CardText(explanation, language, label, base).card();
    }

    private Cards.Card card() {
        return new Cards.Card(
                summary(),
                indicator(explanation.verdict()),
                detail(),
                new Cards.Source(
                        label,
                        base + "/swagger-ui.html",
                        new Cards.Topic(
                                Fhir.codes("verdict"), explanation.verdict().name(), explanation.verdictName())),
                weighty().stream().map(this::link).toList());
    }

    private static String indicator(Verdict verdict) {
        return switch (verdict) {
            case NOT_SUITABLE -> "critical";
            case MEDICAL_CLEARANCE, DEFER -> "warning";
            case SUITABLE_WITH_CONDITIONS, SUITABLE, UNDECIDED -> "info";
        };
    }

    private String summary() {
        String why = weighty().stream()
                .findFirst()
                .map(reason -> ": " + reason.title())
                .orElse("");
        String summary = label + " " + explanation.verdictName() + why;
        return summary.length() <= Cards.LONGEST_SUMMARY
                ? summary
                : summary.substring(0, Cards.LONGEST_SUMMARY - 1).stripTrailing() + "…";
    }

    /** The reasons that object or qualify; where there are none, nothing weighs on the verdict. */
    private List<Reason> weighty() {
        return explanation.findings().stream()
                .filter(reason -> !reason.effect().equals(Effect.SUPPORTS.name()))
                .toList();
    }

    private String detail() {
        String reasons = explanation.findings().stream().map(this::line).collect(Collectors.joining());
        String open = explanation.unanswered().stream()
                .filter(Explanation.Open::canChangeVerdict)
                .limit(MOST_QUESTIONS)
                .map(question -> "- " + question.question() + "\n")
                .collect(Collectors.joining());
        return explanation.meaning()
                + "\n\n"
                + (reasons.isEmpty() ? "" : reasons + "\n")
                + (open.isEmpty() ? "" : STILL_OPEN.in(language) + "\n\n" + open + "\n")
                + "*" + explanation.disclaimer() + "*\n";
    }

    private String line(Reason reason) {
        String delay = reason.delay() == null ? "" : " (" + reason.delay().text() + ")";
        String sources = reason.sources().stream()
                .map(source -> source.id() + " " + source.title())
                .collect(Collectors.joining("; "));
        return "- **" + reason.effectName() + "**" + delay + ": " + reason.reason() + " " + SOURCES.in(language)
                + sources + ".\n";
    }

    private Cards.Link link(Reason reason) {
        return new Cards.Link(
                reason.rule() + ": " + reason.title(),
                base + "/api/rules/" + reason.rule() + "?language=" + language.tag(),
                "absolute");
    }
}
