package dev.stipple.api.fhir;

import java.util.List;

/** A QuestionnaireResponse that does not answer the questionnaire; carries every issue. */
public final class InvalidResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    InvalidResponse(List<Issue> issues) {
        super("issues in the response: " + issues.size());
        this.issues = List.copyOf(issues);
    }

    public List<Issue> issues() {
        return issues;
    }
}
