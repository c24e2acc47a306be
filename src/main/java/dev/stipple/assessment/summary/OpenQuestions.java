package dev.stipple.assessment.summary;

import dev.stipple.assessment.AnswerWords;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open questions that matter most while the verdict is open, and what each can still mean. */
record OpenQuestions(Assessment assessment, Phrases phrases) {
    /** How many are told. */
    private static final int MOST = 5;

    List<Summary.Open> most() {
        if (assessment.verdict() != Verdict.UNDECIDED) {
            return List.of();
        }
        return assessment.outlook().deciding().stream()
                .limit(MOST)
                .map(slot -> new Summary.Open(
                        slot.pointer(),
                        phrases.say(AnswerWords.question(slot)),
                        why(slot, 1).text()))
                .toList();
    }

    /** Why the question that is most worth asking is asked; null where there is none. */
    @Nullable
    Why next() {
        return assessment.next().map(slot -> why(slot, Why.MOST_EFFECTS)).orElse(null);
    }

    private Why why(Slot slot, int meanings) {
        return Why.of(assessment.rulebook(), assessment.answers(), List.of(slot), phrases.language(), meanings);
    }
}
