package dev.stipple.api.fhir;

import dev.stipple.answers.AnswerFaults;
import java.util.List;

/** A QuestionnaireResponse that does not answer the questionnaire; carries the issues, or where there are many the first of them and how many more. */
public final class InvalidResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;
    private final int more;

    InvalidResponse(List<Issue> issues) {
        this(issues, 0);
    }

    /**
     * @param more how many there are that are not among these
     */
    InvalidResponse(List<Issue> issues, int more) {
        super("issues in the response: " + (issues.size() + more));
        this.issues = issues.stream().limit(AnswerFaults.MOST_TOLD).toList();
        this.more = issues.size() - this.issues.size() + more;
    }

    public List<Issue> issues() {
        return issues;
    }

    /** How many issues there are besides. */
    public int more() {
        return more;
    }
}
