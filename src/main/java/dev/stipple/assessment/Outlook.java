package dev.stipple.assessment;

import dev.stipple.answers.Answers;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Verdict;
import java.util.List;
import java.util.Map;
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
     * @param together where no single answer could change the verdict, the fewest that together could, at most three; else
     *     empty
     * @param dispute what hangs on rules that another source contradicts
     */
    record View(
            Set<Verdict> possible,
            List<Slot> deciding,
            List<Slot> reason,
            List<Slot> idle,
            List<Slot> together,
            Dispute dispute) {
        /** The possible verdicts alone, without what takes longer to find. */
        public static View ofVerdicts(Set<Verdict> possible) {
            return ahead(possible, List.of());
        }

        /** What is needed to ask on, without what takes longer to find. */
        public static View ahead(Set<Verdict> possible, List<Slot> deciding) {
            return new View(possible, deciding, List.of(), List.of(), List.of(), new Dispute(possible, Map.of()));
        }
    }

    /**
     * What would be possible without rules that another source contradicts. A rule that is left out has no effect, but its
     * factor has still spoken: leaving out an objection must not make a factor silent.
     *
     * @param without the verdicts that are possible where every such rule is left out, strictest first
     * @param findings by the id of each such rule that fired, the verdicts that are possible where it alone is left out
     */
    record Dispute(Set<Verdict> without, Map<String, Set<Verdict>> findings) {}

    /** How much is looked for; each finds what the one before it does. */
    enum Depth {
        /** The possible verdicts. */
        VERDICTS,
        /** What is needed to ask on: the deciding slots. */
        AHEAD,
        /** Everything. */
        WHOLE
    }

    View of(Answers answers, Depth depth);
}
