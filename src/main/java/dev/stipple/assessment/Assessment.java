package dev.stipple.assessment;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Finding;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import java.util.List;
import java.util.Optional;

/**
 * What Stipple says about one person's answers, in no language yet.
 *
 * @param verdict {@link Verdict#UNDECIDED} while more than one verdict is possible
 * @param findings strictest effect first
 * @param recommendations in the order of the plan's topics
 * @param unanswered every slot that is still unknown, in the order of the questionnaire
 */
public record Assessment(
        Rulebook rulebook,
        Answers answers,
        Verdict verdict,
        Outlook.View outlook,
        List<Finding> findings,
        List<Finding> recommendations,
        List<Slot> unanswered) {
    /** What to ask next: of what can still change the verdict, that of which nobody said yet that they are not sure. */
    public Optional<Slot> next() {
        return outlook.deciding().stream()
                .filter(slot -> !answers.isUnsure(slot))
                .findFirst();
    }
}
