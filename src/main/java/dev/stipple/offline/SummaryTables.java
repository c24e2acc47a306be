package dev.stipple.offline;

import dev.stipple.rule.SummaryTexts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the short answer says. */
record SummaryTables(Texts texts) {
    /**
     * The short answer.
     *
     * @param kinds key and text of each kind of steps, in the order in which steps are taken
     * @param waits the kind that tells the longest wait
     * @param onTheWay the kinds that lead nowhere for whom it does not suit
     * @param reasons one line on a finding, by the id of its rule
     * @param common for how many in a thousand people a rule fires, by its id
     */
    record OfSummary(
            List<List<Object>> kinds,
            String waits,
            List<String> onTheWay,
            Map<String, Integer> reasons,
            List<OfStep> steps,
            List<OfMoment> timeline,
            Map<String, Integer> common) {}

    /** Something to do, for rules that call for it. */
    record OfStep(String kind, List<String> rules, int text) {}

    /** Something that happens at a time. */
    record OfMoment(int text, int days, String kind) {}

    OfSummary of(SummaryTexts summary) {
        return new OfSummary(
                summary.kinds().entrySet().stream()
                        .map(kind -> List.<Object>of(kind.getKey(), texts.of(kind.getValue())))
                        .toList(),
                summary.waits(),
                summary.onTheWay().stream().sorted().toList(),
                summary.reasons().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> texts.of(each.getValue()),
                                (one, other) -> one,
                                TreeMap::new)),
                summary.steps().stream()
                        .map(step -> new OfStep(step.kind(), step.rules(), texts.of(step.text())))
                        .toList(),
                summary.timeline().stream()
                        .map(moment -> new OfMoment(texts.of(moment.text()), moment.days(), moment.kind()))
                        .toList(),
                new TreeMap<>(summary.common()));
    }
}
