package dev.stipple.api.fhir;

import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.InvalidAnswers;
import java.util.ArrayList;
import java.util.List;

/** A QuestionnaireResponse that does not answer the questionnaire; carries the faults, or where there are many the first of them. */
public final class InvalidResponse extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String MODIFIER = "/modifierExtension";

    private final transient InvalidAnswers problem;
    private final transient List<String> codes;
    private final String type;

    /**
     * @param codes those of the first faults; what was not read comes after them
     * @param type of the resource that the document is
     */
    InvalidResponse(InvalidAnswers problem, List<String> codes, String type) {
        super("faults in the response: " + (problem.faults().size() + problem.more()), problem);
        this.problem = problem;
        this.codes = List.copyOf(codes);
        this.type = type;
    }

    /** The faults, each with its JSON pointer into what was sent. */
    public List<AnswerFault> faults() {
        return problem.faults();
    }

    /** How many faults there are besides. */
    public int more() {
        return problem.more();
    }

    /** The faults of a document that is a resource. */
    List<Issue> issues() {
        var issues = new ArrayList<Issue>();
        for (AnswerFault fault : problem.faults()) {
            issues.add(Issue.of(code(issues.size(), fault), fault, type));
        }
        if (more() > 0) {
            issues.add(Issue.more(more()));
        }
        return issues;
    }

    /** A modifier extension would change what the rest means, and none is understood. */
    private String code(int index, AnswerFault fault) {
        if (index < codes.size()) {
            return codes.get(index);
        }
        return fault.pointer().endsWith(MODIFIER) ? "extension" : "structure";
    }
}
