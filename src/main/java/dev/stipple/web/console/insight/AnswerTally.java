package dev.stipple.web.console.insight;

import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Counts which answers held people back, and which decided alone. */
final class AnswerTally {
    private final Questionnaire questionnaire;
    private final Language language;
    private final Map<Given, Integer> holding = new HashMap<>();
    private final Map<Given, Integer> deciding = new HashMap<>();

    AnswerTally(Questionnaire questionnaire, Language language) {
        this.questionnaire = questionnaire;
        this.language = language;
    }

    /**
     * Adds one screening.
     *
     * @param findings those of its assessment, as JSON
     */
    void add(List<JsonNode> findings, Verdict verdict) {
        count(findings.stream().filter(each -> effect(each).objects()).flatMap(AnswerTally::answers), holding);
        count(alone(findings.stream().filter(each -> effect(each).verdict() == verdict)), deciding);
    }

    static Effect effect(JsonNode finding) {
        return Effect.valueOf(finding.path("effect").asString());
    }

    Map<Given, Integer> holding() {
        return holding;
    }

    Map<Given, Integer> deciding() {
        return deciding;
    }

    /** The answers that every deciding finding names: with another one, none of them would stand as it does. */
    private static Stream<JsonNode> alone(Stream<JsonNode> deciding) {
        Optional<List<JsonNode>> all = deciding.map(finding -> answers(finding).toList())
                .reduce((some, other) -> {
                    Set<String> pointers =
                            other.stream().map(AnswerTally::pointer).collect(Collectors.toSet());
                    return some.stream()
                            .filter(each -> pointers.contains(pointer(each)))
                            .toList();
                });
        return all.stream().flatMap(List::stream);
    }

    private static Stream<JsonNode> answers(JsonNode finding) {
        return finding.path("answers").valueStream();
    }

    private static String pointer(JsonNode answer) {
        return answer.path("pointer").asString();
    }

    /** Each once a screening, however many entries have it. */
    private void count(Stream<JsonNode> answers, Map<Given, Integer> counts) {
        var given = new HashSet<Given>();
        answers.forEach(answer -> Given.of(answer, questionnaire, language).ifPresent(given::add));
        given.forEach(each -> counts.merge(each, 1, Integer::sum));
    }
}
