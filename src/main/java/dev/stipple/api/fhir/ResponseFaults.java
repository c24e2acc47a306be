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
    private final AnswerFaults faults = new AnswerFaults();
    private final List<String> codes = new ArrayList<>();

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
            throw new InvalidResponse(e, codes);
        }
    }
}
