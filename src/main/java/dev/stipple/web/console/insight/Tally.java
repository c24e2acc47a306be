package dev.stipple.web.console.insight;

import dev.stipple.rule.Effect;
import dev.stipple.rule.Rule;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.kept.ListedScreening;
import dev.stipple.screening.kept.Revision;
import dev.stipple.web.console.insight.NewestPage.AnswerRow;
import dev.stipple.web.console.insight.NewestPage.OverrideRow;
import dev.stipple.web.console.insight.NewestPage.RuleRow;
import dev.stipple.wording.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts what fired, what held people back and what was overruled; of rules that are still in use. */
final class Tally {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_ROWS = 12;

    private final Rulebook rulebook;
    private final Language language;
    private final AnswerTally answers;
    private final Map<String, Integer> fired = new HashMap<>();
    private final Map<String, Integer> decided = new HashMap<>();
    private final Map<String, Integer> overruled = new HashMap<>();
    private final List<ListedScreening> decidedOn = new ArrayList<>();
    private int screenings;

    Tally(Rulebook rulebook, Language language) {
        this.rulebook = rulebook;
        this.language = language;
        this.answers = new AnswerTally(rulebook.questionnaire(), language);
    }

    void add(ListedScreening summary, Revision revision) {
        screenings++;
        List<JsonNode> findings = JSON.readTree(revision.assessment())
                .path("findings")
                .valueStream()
                .toList();
        answers.add(findings, revision.verdict());
        var rules = new HashSet<String>();
        var deciding = new HashSet<String>();
        for (JsonNode finding : findings) {
            String rule = finding.path("rule").asString();
            rules.add(rule);
            if (AnswerTally.effect(finding).verdict() == revision.verdict()) {
                deciding.add(rule);
            }
        }
        count(rules, fired);
        if (summary.decided() != null) {
            decidedOn.add(summary);
            count(deciding, decided);
            if (summary.decided() != summary.verdict()) {
                count(deciding, overruled);
            }
        }
    }

    int screenings() {
        return screenings;
    }

    /** Those on which a decision stands. */
    List<ListedScreening> decidedOn() {
        return decidedOn;
    }

    List<RuleRow> rules() {
        return Shared.of(fired)
                .flatMap(each -> rulebook.rule(each.getKey()).stream()
                        .filter(rule -> rule.effect() != Effect.SUPPORTS)
                        .map(rule -> new RuleRow(
                                rule.id(),
                                factor(rule),
                                rule.title().in(language),
                                each.getValue(),
                                NewestPage.share(each.getValue(), screenings))))
                .limit(MOST_ROWS)
                .toList();
    }

    List<AnswerRow> holding() {
        return rows(answers.holding());
    }

    List<AnswerRow> deciding() {
        return rows(answers.deciding());
    }

    private List<AnswerRow> rows(Map<Given, Integer> counts) {
        return Shared.of(counts)
                .limit(MOST_ROWS)
                .map(each -> new AnswerRow(
                        each.getKey().question(),
                        each.getKey().answer(),
                        each.getValue(),
                        NewestPage.share(each.getValue(), screenings)))
                .toList();
    }

    List<OverrideRow> overrides() {
        return Shared.of(overruled)
                .flatMap(each -> rulebook.rule(each.getKey()).stream()
                        .filter(rule -> rule.effect() != Effect.SUPPORTS)
                        .map(rule -> override(rule, each.getValue())))
                .limit(MOST_ROWS)
                .toList();
    }

    private OverrideRow override(Rule rule, int count) {
        int all = decided.getOrDefault(rule.id(), count);
        return new OverrideRow(
                rule.id(), factor(rule), rule.title().in(language), count, all, NewestPage.share(count, all));
    }

    private String factor(Rule rule) {
        return Objects.requireNonNull(rulebook.factors().get(rule.factor())).in(language);
    }

    private static void count(Set<String> rules, Map<String, Integer> counts) {
        rules.forEach(rule -> counts.merge(rule, 1, Integer::sum));
    }
}
