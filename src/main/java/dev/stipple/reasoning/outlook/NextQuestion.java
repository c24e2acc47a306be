package dev.stipple.reasoning.outlook;

import dev.stipple.answers.Answers;
import dev.stipple.answers.Asked;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import java.util.Comparator;
import java.util.List;

/**
 * Orders questions by what their answers are worth: those that are certainly asked first, then those that can end it at
 * once by an objection, then by how much the answer is expected to tell of the verdict.
 */
record NextQuestion(Answers answers, Worth worth) {
    /** What a question is worth. */
    interface Worth {
        /** The share of answers after which an objection has settled the verdict. */
        double ends(Slot slot);

        /** How many bits the answer is expected to tell of the verdict. */
        double tells(Slot slot);
    }

    private record Candidate(Slot slot, boolean asked, double ends, double tells) {}

    private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::asked)
            .thenComparingDouble(Candidate::ends)
            .thenComparingDouble(Candidate::tells)
            .reversed();

    /** The slots, the one to ask next first. */
    List<Slot> order(List<Slot> slots) {
        return slots.size() < 2
                ? slots
                : slots.stream()
                        .map(slot -> new Candidate(slot, isAsked(slot), worth.ends(slot), worth.tells(slot)))
                        .sorted(ORDER)
                        .map(Candidate::slot)
                        .toList();
    }

    private boolean isAsked(Slot slot) {
        Question question = slot.question();
        return question == null
                || answers.asked(question, answers.entries(slot.group()).get(slot.entry())) == Asked.YES;
    }
}
