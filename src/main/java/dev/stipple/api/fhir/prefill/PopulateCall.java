package dev.stipple.api.fhir.prefill;

import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.ResponseFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the Parameters of a call bring: whom it is about, and what they answered before. */
final class PopulateCall {
    private static final List<String> TOLERATED = List.of("id", "meta", "language");
    private static final Set<String> UNUSED =
            Set.of("identifier", "questionnaire", "questionnaireRef", "content", "dataEndpoint", "data", "local");

    private final ResponseFaults faults;
    private final ResponseFaults left;
    private final Subject subject;
    private final List<SentJson> responses = new ArrayList<>();
    private boolean named;

    private PopulateCall(ResponseFaults faults, ResponseFaults left) {
        this.faults = faults;
        this.left = left;
        this.subject = new Subject(faults);
    }

    /**
     * Reads a call.
     *
     * @param faults takes what is wrong with it, also where something is about somebody else
     * @param left takes what it may bring and what answers nothing here
     */
    static PopulateCall read(SentJson sent, ResponseFaults faults, ResponseFaults left) {
        var call = new PopulateCall(faults, left);
        if (sent.at("resourceType").text().filter("Parameters"::equals).isEmpty()) {
            faults.add("invalid", sent, "these are no Parameters", "Parameters");
        }
        sent.tolerate(TOLERATED);
        sent.at("parameter").items().forEach(call::take);
        if (!call.named) {
            faults.add("required", sent, "this does not say whom the call is about", "a parameter subject");
        }
        call.responses.forEach(response -> call.subject.meet(response.at("subject")));
        return call;
    }

    Subject subject() {
        return subject;
    }

    /** The newest response that was sent; older ones are not read. */
    Optional<SentJson> newest() {
        Optional<SentJson> newest = NewestResponse.of(responses, faults);
        newest.ifPresent(found -> responses.stream()
                .filter(each -> each != found)
                .forEach(older -> left.add("informational", older, "a newer response is there", "one response")));
        return newest;
    }

    private void take(SentJson parameter) {
        String name = parameter.at("name").text().orElse("");
        parameter.tolerate(List.of("id"));
        switch (name) {
            case "subject" -> takeSubject(parameter);
            case "context" -> parameter.at("part").items().forEach(this::takePart);
            default -> {
                ResponseFaults known = UNUSED.contains(name) ? left : faults;
                known.add("not-supported", parameter, "this parameter is not read", "subject or context");
            }
        }
    }

    private void takeSubject(SentJson parameter) {
        if (named || subject.reference() != null) {
            faults.add("structure", parameter, "the subject is named twice", "one subject");
        }
        SentJson reference = parameter.at("valueReference");
        named = !reference.at("reference").isAbsent()
                || !reference.at("identifier").isAbsent();
        subject.meet(reference);
    }

    private void takePart(SentJson part) {
        String name = part.at("name").text().orElse("");
        part.tolerate(List.of("id"));
        switch (name) {
            case "name" -> part.at("valueString").text();
            case "content" -> takeContent(part);
            default -> faults.add("structure", part, "this part is not read", "name or content");
        }
    }

    private void takeContent(SentJson part) {
        if (part.at("resource").isAbsent()) {
            left.add("not-supported", part, "a reference is not followed", "the resource itself");
        } else {
            takeResource(part.at("resource"));
        }
    }

    private void takeResource(SentJson resource) {
        switch (resource.at("resourceType").text().orElse("")) {
            case "Bundle" -> Bundles.resources(resource).forEach(this::takeResource);
            case "QuestionnaireResponse" -> responses.add(resource);
            default ->
                left.add("not-supported", resource, "nothing of this answers a question", "a QuestionnaireResponse");
        }
    }
}
