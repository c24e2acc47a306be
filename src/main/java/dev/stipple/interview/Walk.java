package dev.stipple.interview;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import java.util.List;

/**
 * What the interview took of one person, who answers all they know by pointer and with scripts.
 *
 * @param pages the ids of the pages in the order shown, without the one on which answers are checked
 * @param taps options, fields and buttons touched, also the one that shows the answer
 * @param sections how often the topic changed, the first one counted
 * @param told the answers that were given
 * @param passed the slots of which the person was not sure
 */
public record Walk(List<String> pages, int taps, int sections, Answers told, List<Slot> passed) {
    /** The pages that were turned, the check page too. */
    public int turned() {
        return pages.size() + 1;
    }
}
