package dev.stipple.api.fhir;

import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.AnswerFaults;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.answers.SentJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is wrong with a resource, as far as it has been read; each with its code of the FHIR value set of issue types. */
public final class ResponseFaults {
    private final AnswerFaults faults;
    private final List<String> codes;
    private final String type;
    private final ResponseFaults unfit;

    /** Of a document that is a response, or holds some. */
    public ResponseFaults() {
        this("QuestionnaireResponse");
    }

    /** @param type of the resource that the document is */
    public ResponseFaults(String type) {
        this.faults = new AnswerFaults();
        this.codes = new ArrayList<>();
        this.type = type;
        this.unfit = this;
    }

    private ResponseFaults(ResponseFaults all, ResponseFaults unfit) {
        this.faults = all.faults;
        this.codes = all.codes;
        this.type = all.type;
        this.unfit = unfit;
    }

    /** The same faults without answers that do not fit the questionnaire: those are left out, which others take. */
    public ResponseFaults leavingOut(ResponseFaults left) {
        return new ResponseFaults(this, left);
    }

    boolean leavesOut() {
        return unfit != this;
    }

    /** What takes answers that do not fit the questionnaire. */
    ResponseFaults unfit() {
        return unfit;
    }

    /** All of them as what is worth knowing of a call that is answered nevertheless. */
    public List<Issue> warnings() {
        return faults.isEmpty()
                ? List.of()
                : new InvalidResponse(faults.problem(), codes, type)
                        .issues().stream().map(Issue::asWarning).toList();
    }

    /** Something wrong with a value that was sent, which needs no other fault then. */
    public void add(String code, SentJson sent, String problem, String expected) {
        codes.add(code);
        faults.add(sent, problem, expected);
    }

    /** Nothing has the name that was sent here; the nearest one is suggested. */
    void addUnknown(SentJson sent, String problem, String expected, String name, Collection<String> names) {
        codes.add("not-found");
        faults.addUnknown(sent, problem, expected, name, names);
    }

    /** Adds what is wrong with the answers that were read. */
    void addAll(InvalidAnswers part, UnaryOperator<AnswerFault> moved) {
        codes.addAll(Collections.nCopies(part.faults().size(), "invalid"));
        faults.addAll(part, moved);
    }

    /**
     * Ends the reading of a document.
     *
     * @throws InvalidResponse with all faults, and with those of what was not read
     */
    public void end(SentJson document) {
        try {
            faults.end(document);
        } catch (InvalidAnswers e) {
            throw new InvalidResponse(e, codes, type);
        }
    }
}
