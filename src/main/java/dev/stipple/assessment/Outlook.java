package dev.stipple.assessment;

import dev.stipple.questionnaire.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rulebook.Verdict;
import java.util.List;
import java.util.Set;

/** What holds for every way in which the questions that are still open can be answered. */
public interface Outlook {
    /**
     * What is known of partial answers.
     *
     * @param possible the verdicts that some completion reaches, strictest first; never empty
     * @param deciding the unanswered slots that can still change the verdict, the one to ask next first
     * @param reason answers that force the verdict whatever the others are, as few as can be; empty while more than one
     *     verdict is possible
     * @param idle the answered slots that could not have mattered to the verdict, whatever the answer
     */
    record View(Set<Verdict> possible, List<Slot> deciding, List<Slot> reason, List<Slot> idle) {}

    View of(Answers answers);
}
