package dev.stipple.screening;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Assessed;
import dev.stipple.screening.kept.Revision;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the same answers come to on other rules.
 *
 * @param gone ids of rules that no longer fire
 * @param added ids of rules that fire now
 * @param assessment the new one, as JSON
 */
public record Comparison(
        String rulebookBefore,
        String rulebook,
        Verdict verdictBefore,
        Verdict verdict,
        List<String> gone,
        List<String> added,
        @JsonRawValue String assessment) {

    static Comparison of(Revision before, Assessed after) {
        List<String> old = rules(before.assessment());
        List<String> now = rules(after.assessment());
        return new Comparison(
                before.rulebook(),
                after.rulebook().digest(),
                before.verdict(),
                after.verdict(),
                old.stream().filter(rule -> !now.contains(rule)).toList(),
                now.stream().filter(rule -> !old.contains(rule)).toList(),
                after.assessment());
    }

    private static List<String> rules(String assessment) {
        JsonNode findings = JsonMapper.shared().readTree(assessment).path("findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .map(finding -> finding.path("rule").stringValue())
                .distinct()
                .toList();
    }
}
