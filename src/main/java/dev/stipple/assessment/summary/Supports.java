package dev.stipple.assessment.summary;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.questionnaire.Value;
import dev.stipple.rule.Finding;
import dev.stipple.rule.SummaryTexts;
import java.util.Comparator;
import java.util.List;

/** What speaks for it in this person's case: what few others have, never that something is absent. */
final class Supports {
    /** How many are told. */
    private static final int MOST = 3;

    /** The code of the option that says that there is nothing. */
    private static final String NONE = "NONE";

    private Supports() {}

    /** The findings that are least common, the rarest first. */
    static List<Finding> rarest(List<Finding> supports, Answers answers, SummaryTexts texts) {
        return supports.stream()
                .filter(finding -> !isAbsence(finding, answers))
                .sorted(Comparator.comparing(finding -> texts.perMille(finding.rule())))
                .limit(MOST)
                .toList();
    }

    private static boolean isAbsence(Finding finding, Answers answers) {
        return finding.standsOn().stream().allMatch(slot -> isNone(slot, answers));
    }

    private static boolean isNone(Slot slot, Answers answers) {
        return slot.question() == null
                ? answers.entries(slot.group()).isEmpty()
                : answers.value(slot).filter(Supports::isNone).isPresent();
    }

    private static boolean isNone(Value value) {
        return value.match(
                quantity -> false,
                flag -> !flag.value(),
                choice -> choice.option().code().equals(NONE),
                choices -> choices.codes().equals(List.of(NONE)));
    }
}
