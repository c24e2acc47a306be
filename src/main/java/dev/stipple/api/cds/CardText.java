package dev.stipple.api.cds;

import dev.stipple.api.fhir.Fhir;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import dev.stipple.wording.Words;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The short answer as a card.
 *
 * @param isOfAnother whether the answers were given to another version of the questionnaire
 * @param label who speaks
 * @param base where this service is reached
 */
record CardText(
        Summary summary, Explanation explanation, boolean isOfAnother, Language language, String label, String base) {
    /** How many points a card has. */
    private static final int MOST = 3;

    Cards.Card card() {
        return new Cards.Card(
                UUID.randomUUID().toString(),
                shortened(label + " " + summary.line()),
                indicator(explanation.verdict()),
                detail(),
                new Cards.Source(
                        label,
                        base + "/intake",
                        new Cards.Topic(
                                Fhir.codes("verdict"), explanation.verdict().name(), explanation.verdictName())),
                List.of(new Cards.Link(
                        Words.of("forms", language).getString("answer"),
                        base + "/intake?language=" + language.tag(),
                        "absolute")));
    }

    private static String indicator(Verdict verdict) {
        return switch (verdict) {
            case NOT_SUITABLE -> "critical";
            case MEDICAL_CLEARANCE, DEFER -> "warning";
            case SUITABLE_WITH_CONDITIONS, SUITABLE, UNDECIDED -> "info";
        };
    }

    /** Cut between words. */
    private static String shortened(String text) {
        if (text.length() <= Cards.LONGEST_SUMMARY) {
            return text;
        }
        return text.substring(0, text.lastIndexOf(' ', Cards.LONGEST_SUMMARY - 1))
                        .stripTrailing() + "…";
    }

    private String detail() {
        String points = points().limit(MOST).map(point -> "- " + point + "\n").collect(Collectors.joining());
        return summary.line()
                + "\n\n"
                + (points.isEmpty() ? "" : points + "\n")
                + (isOfAnother ? Words.of("forms", language).getString("another.version") + "\n\n" : "")
                + "*" + explanation.disclaimer() + "*\n";
    }

    /** What decides, or what to find out first, and then what to do. */
    private Stream<String> points() {
        Stream<String> open = summary.open().stream().map(each -> each.question() + " " + each.why());
        Stream<String> todo = summary.todo().stream()
                .map(stage -> stage.name() + ": "
                        + stage.steps().stream().map(Summary.Step::text).collect(Collectors.joining("; ")));
        return Stream.of(summary.sentences().stream().limit(MOST - 1), open.limit(MOST - 1), todo)
                .flatMap(points -> points);
    }
}
