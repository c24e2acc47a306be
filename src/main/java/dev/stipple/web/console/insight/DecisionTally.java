package dev.stipple.web.console.insight;

import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Decision;
import dev.stipple.web.console.VerdictMark;
import dev.stipple.web.console.insight.NewestPage.OutcomeRow;
import dev.stipple.web.console.insight.NewestPage.ReasonRow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what consultants made of the rules' verdicts, and why; never who. */
final class DecisionTally {
    /** A verdict of the rules, the one that stands instead, and why. */
    private record Overruled(Verdict from, Verdict to, Decision.Reason reason) {}

    private final Map<Verdict, Integer> decided = new EnumMap<>(Verdict.class);
    private final Map<Verdict, Integer> overruled = new EnumMap<>(Verdict.class);
    private final Map<Overruled, Integer> reasons = new HashMap<>();

    /**
     * Adds a decision that stands.
     *
     * @param ofRules the verdict that it was about
     */
    void add(Verdict ofRules, Decision decision) {
        decided.merge(ofRules, 1, Integer::sum);
        Verdict instead = decision.verdict();
        if (decision.kind() == Decision.Kind.OVERRULE && instead != null) {
            overruled.merge(ofRules, 1, Integer::sum);
            reasons.merge(new Overruled(ofRules, instead, decision.reason()), 1, Integer::sum);
        }
    }

    /** What became of each verdict, in the order of these. */
    List<OutcomeRow> outcomes(List<VerdictMark> verdicts) {
        return verdicts.stream()
                .filter(each -> decided.getOrDefault(each.verdict(), 0) >= Shared.FEWEST)
                .map(each -> new OutcomeRow(
                        each, decided.getOrDefault(each.verdict(), 0), overruled.getOrDefault(each.verdict(), 0)))
                .toList();
    }

    List<ReasonRow> reasons(List<VerdictMark> verdicts) {
        int all = overruled();
        return Shared.of(reasons)
                .map(each -> new ReasonRow(
                        mark(verdicts, each.getKey().from()),
                        mark(verdicts, each.getKey().to()),
                        "reason." + each.getKey().reason(),
                        each.getValue(),
                        NewestPage.share(each.getValue(), all)))
                .toList();
    }

    int overruled() {
        return overruled.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static VerdictMark mark(List<VerdictMark> verdicts, Verdict verdict) {
        return verdicts.stream()
                .filter(each -> each.verdict() == verdict)
                .findFirst()
                .orElseThrow();
    }
}
