package dev.stipple.web.console.detail;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.rule.Effect;
import dev.stipple.web.console.Desk;
import dev.stipple.web.console.VerdictMark;
import dev.stipple.wording.Language;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that can be changed, and what comes out.
 *
 * @param version the one of the screening that they started from
 * @param kept the answers as they are kept, as JSON
 * @param before the verdict on them, on today's rules
 * @param after the verdict on the changed ones
 * @param added findings that the change brought
 * @param gone findings that went with it
 * @param stay findings that stay
 * @param open how many questions can still change the verdict
 */
record WhatIfPage(
        String reference,
        String address,
        int version,
        String kept,
        List<WhatIfSection> sections,
        VerdictMark before,
        VerdictMark after,
        boolean changed,
        List<Reason> added,
        List<Reason> gone,
        List<Reason> stay,
        int open) {

    static WhatIfPage of(
            String reference,
            int version,
            Assessment kept,
            Assessment assessed,
            ChangedAnswers changed,
            Language language) {
        var questionnaire = assessed.rulebook().questionnaire();
        List<Reason> before = weighty(kept, language);
        List<Reason> after = weighty(assessed, language);
        return new WhatIfPage(
                reference,
                Desk.PATH + "/" + reference,
                version,
                JsonMapper.shared().writeValueAsString(kept.answers().json()),
                WhatIfSection.of(kept.answers(), changed, language),
                VerdictMark.of(questionnaire, kept.verdict(), language),
                VerdictMark.of(questionnaire, assessed.verdict(), language),
                !kept.answers().equals(assessed.answers()),
                without(after, before),
                without(before, after),
                without(after, without(after, before)),
                assessed.outlook().deciding().size());
    }

    /** Whether anything entered cannot be taken. */
    public boolean faulty() {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .flatMap(entry -> entry.fields().stream())
                .anyMatch(field -> field.fault() != null);
    }

    private static List<Reason> weighty(Assessment assessment, Language language) {
        return Explanation.of(assessment, language).findings().stream()
                .filter(reason -> Effect.valueOf(reason.effect()) != Effect.SUPPORTS)
                .toList();
    }

    /** A finding that now asks for another wait is another finding. */
    private static List<Reason> without(List<Reason> reasons, List<Reason> others) {
        Set<String> known = others.stream().map(WhatIfPage::key).collect(Collectors.toSet());
        return reasons.stream().filter(reason -> !known.contains(key(reason))).toList();
    }

    private static String key(Reason reason) {
        var delay = reason.delay();
        return reason.rule() + (delay == null ? "" : " " + delay.text());
    }
}
