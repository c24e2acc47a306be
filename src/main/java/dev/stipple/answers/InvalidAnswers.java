package dev.stipple.answers;

import java.util.List;

/** Answers that the questionnaire does not admit; carries every fault found. Its message, which may be logged, tells none. */
public final class InvalidAnswers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<AnswerFault> faults;

    public InvalidAnswers(List<AnswerFault> faults) {
        super("faults in the answers: " + faults.size());
        this.faults = List.copyOf(faults);
    }

    public List<AnswerFault> faults() {
        return faults;
    }
}
