package dev.stipple.api.fhir.prefill;

import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.Fhir;
import dev.stipple.api.fhir.ResponseFaults;
import dev.stipple.api.fhir.ResponseReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Whom a call is about: one person, or it is refused. */
final class Subject {
    private final ResponseFaults faults;
    private @Nullable ObjectNode reference;

    Subject(ResponseFaults faults) {
        this.faults = faults;
    }

    /** The reference to them; null where nothing names them. */
    @Nullable
    ObjectNode reference() {
        return reference;
    }

    /** Takes the reference of one thing more, which is about them as well where it names nobody. */
    void meet(SentJson sent) {
        ObjectNode other = ResponseReader.reference(sent);
        if (reference == null) {
            reference = other;
        } else if (other != null && !address(other).equals(address(reference))) {
            faults.add("invalid", sent, "this is about somebody else", "what is about the subject of the call");
        }
    }

    private static String address(ObjectNode reference) {
        return Fhir.unversioned(reference.path("reference").asString(""));
    }
}
