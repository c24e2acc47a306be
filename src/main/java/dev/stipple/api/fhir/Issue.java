package dev.stipple.api.fhir;

import dev.stipple.answers.AnswerFault;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing to say about a resource that was sent.
 *
 * @param severity {@code error}, {@code warning} or {@code information}
 * @param code of the FHIR value set of issue types
 * @param expression where, as FHIRPath; empty where the whole is meant
 */
public record Issue(String severity, String code, String text, String expression) {
    public static Issue error(String code, String text, String expression) {
        return new Issue("error", code, text, expression);
    }

    /**
     * A fault of a document.
     *
     * @param type of the resource that the document is
     */
    static Issue of(String code, AnswerFault fault, String type) {
        String nearest = fault.nearest() == null ? "" : "; did you mean " + fault.nearest() + "?";
        String place = fault.pointer().isEmpty() ? "" : FhirPath.of(type, fault.pointer());
        return error(code, fault.problem() + "; expected " + fault.expected() + nearest, place);
    }

    /** Says that there are issues besides those that are listed. */
    static Issue more(int count) {
        return new Issue("information", "informational", "there are " + count + " more issues", "");
    }

    Issue asWarning() {
        return new Issue("warning", code, text, expression);
    }

    public static ObjectNode outcome(List<Issue> issues) {
        ObjectNode outcome = Fhir.resource("OperationOutcome");
        ArrayNode all = outcome.putArray("issue");
        issues.forEach(issue -> all.add(issue.json()));
        return outcome;
    }

    private ObjectNode json() {
        ObjectNode json = Fhir.JSON.objectNode().put("severity", severity).put("code", code);
        json.putObject("details").put("text", text);
        json.put("diagnostics", text);
        if (!expression.isEmpty()) {
            json.putArray("expression").add(expression);
        }
        return json;
    }
}
