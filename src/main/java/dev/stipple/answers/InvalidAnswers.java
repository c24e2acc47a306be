package dev.stipple.answers;

import java.util.List;
import java.util.stream.Stream;

/**
 * Answers that the questionnaire does not admit; carries the faults found, or where there are many the first of them and how
 * many more. Its message, which may be logged, tells none.
 */
public final class InvalidAnswers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<AnswerFault> faults;
    private final int more;

    public InvalidAnswers(List<AnswerFault> faults) {
        this(faults, 0);
    }

    InvalidAnswers(List<AnswerFault> faults, int more) {
        super("faults in the answers: " + (faults.size() + more));
        this.faults = List.copyOf(faults);
        this.more = more;
    }

    /** Text that was not sent in the encoding that it was said to have. */
    static InvalidAnswers undecoded(String problem) {
        return new InvalidAnswers(List.of(
                new AnswerFault("", problem, "text in that encoding; save it so, or name the one it has", null)));
    }

    public List<AnswerFault> faults() {
        return faults;
    }

    /** How many faults there are besides. */
    public int more() {
        return more;
    }

    /** A line a fault, and one with how many more there are. */
    public List<String> lines() {
        return Stream.concat(
                        faults.stream().map(AnswerFault::toString),
                        Stream.of("and " + more + " more faults").filter(line -> more > 0))
                .toList();
    }
}
