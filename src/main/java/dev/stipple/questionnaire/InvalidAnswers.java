package dev.stipple.questionnaire;

import java.util.List;
import java.util.stream.Collectors;

/** Answers that the questionnaire does not admit; carries every fault found. */
public final class InvalidAnswers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<AnswerFault> faults;

    public InvalidAnswers(List<AnswerFault> faults) {
        super(faults.stream().map(AnswerFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<AnswerFault> faults() {
        return faults;
    }
}
