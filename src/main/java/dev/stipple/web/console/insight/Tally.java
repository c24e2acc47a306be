package dev.stipple.web.console.insight;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Revision;
import dev.stipple.web.console.insight.InsightPage.AnswerRow;
import dev.stipple.web.console.insight.InsightPage.OverrideRow;
import dev.stipple.web.console.insight.InsightPage.RuleRow;
import dev.stipple.wording.Language;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts what fired, what held people back and what was overruled; of rules that are still in use. */
final class Tally {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_ROWS = 12;

    /** An answer, whoever gave it; of a number only its question. */
    private record Given(String question, String answer) {}

    private final Rulebook rulebook;
    private final Language language;
    private final Map<String, Integer> fired = new HashMap<>();
    private final Map<Given, Integer> holding = new HashMap<>();
    private final Map<String, Integer> decided = new HashMap<>();
    private final Map<String, Integer> overruled = new HashMap<>();
    private int screenings;

    Tally(Rulebook rulebook, Language language) {
        this.rulebook = rulebook;
        this.language = language;
    }

    void add(ListedScreening summary, Revision revision) {
        screenings++;
        var rules = new HashSet<String>();
        var deciding = new HashSet<String>();
        var answers = new HashSet<Given>();
        for (JsonNode finding : JSON.readTree(revision.assessment()).path("findings")) {
            String rule = finding.path("rule").asString();
            Effect effect = Effect.valueOf(finding.path("effect").asString());
            rules.add(rule);
            if (effect.objects()) {
                given(finding).forEach(answers::add);
            }
            if (effect.verdict() == revision.verdict()) {
                deciding.add(rule);
            }
        }
        rules.forEach(rule -> fired.merge(rule, 1, Integer::sum));
        answers.forEach(answer -> holding.merge(answer, 1, Integer::sum));
        if (summary.decided() != null) {
            deciding.forEach(rule -> decided.merge(rule, 1, Integer::sum));
            if (summary.decided() != summary.verdict()) {
                deciding.forEach(rule -> overruled.merge(rule, 1, Integer::sum));
            }
        }
    }

    int screenings() {
        return screenings;
    }

    List<RuleRow> rules() {
        return most(fired)
                .flatMap(each -> rule(each.getKey()).stream()
                        .filter(rule -> rule.effect() != Effect.SUPPORTS)
                        .map(rule -> new RuleRow(
                                rule.id(),
                                factor(rule),
                                rule.title().in(language),
                                each.getValue(),
                                InsightPage.share(each.getValue(), screenings))))
                .limit(MOST_ROWS)
                .toList();
    }

    List<AnswerRow> answers() {
        return most(holding)
                .limit(MOST_ROWS)
                .map(each -> new AnswerRow(
                        each.getKey().question(),
                        each.getKey().answer(),
                        each.getValue(),
                        InsightPage.share(each.getValue(), screenings)))
                .toList();
    }

    List<OverrideRow> overrides() {
        return most(overruled)
                .flatMap(each -> rule(each.getKey()).stream().map(rule -> override(rule, each.getValue())))
                .limit(MOST_ROWS)
                .toList();
    }

    private OverrideRow override(Rule rule, int count) {
        int all = decided.getOrDefault(rule.id(), count);
        return new OverrideRow(
                rule.id(), factor(rule), rule.title().in(language), count, all, InsightPage.share(count, all));
    }

    private Stream<Given> given(JsonNode finding) {
        return finding.path("answers").valueStream().flatMap(answer -> {
            Questionnaire questionnaire = rulebook.questionnaire();
            String path = answer.path("pointer").asString().substring(1).replaceAll("/\\d+/", "/");
            return questionnaire.question(path.replace('/', '.')).stream()
                    .map(question -> new Given(question.text().in(language), words(question, answer.path("value"))));
        });
    }

    /** The answer in words where it is one of few; every number is another one, and stays out. */
    private String words(Question question, JsonNode value) {
        if (value.isBoolean()) {
            return rulebook.questionnaire().yesOrNo(value.booleanValue()).in(language);
        }
        Stream<JsonNode> codes = value.isArray() ? value.valueStream() : Stream.of(value);
        return codes.flatMap(code -> question.option(code.asString()).stream())
                .map(option -> option.text().in(language))
                .collect(Collectors.joining("; "));
    }

    private static <K> Stream<Map.Entry<K, Integer>> most(Map<K, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(each -> each.getKey().toString()));
    }

    private Optional<Rule> rule(String id) {
        return rulebook.rule(id);
    }

    private String factor(Rule rule) {
        return Objects.requireNonNull(rulebook.factors().get(rule.factor())).in(language);
    }
}
