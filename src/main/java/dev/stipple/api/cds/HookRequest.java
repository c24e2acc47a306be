package dev.stipple.api.cds;

import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.Fhir;
import dev.stipple.api.fhir.ResponseFaults;
import dev.stipple.api.fhir.prefill.Bundles;
import dev.stipple.api.fhir.prefill.NewestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a CDS client sends when its hook fires. */
final class HookRequest {
    private static final List<String> TOLERATED = List.of("fhirAuthorization", "extension");
    private static final List<String> TOLERATED_IN_CONTEXT = List.of("userId", "encounterId");

    /** What a client sends in the place of answers that it could not read. */
    private static final String NOTHING_READ = "OperationOutcome";

    /** An id of FHIR. */
    private static final Predicate<String> ID =
            Pattern.compile("[A-Za-z0-9.-]{1,64}").asMatchPredicate();

    private final SentJson call;
    private final ResponseFaults faults;

    private HookRequest(SentJson call, ResponseFaults faults) {
        this.call = call;
        this.faults = faults;
    }

    /**
     * Finds the newest response about the patient of a call; empty where there is none yet.
     *
     * @param faults takes what is wrong with the call around the response
     * @throws UnusableCall where it is not one of our hook, or lacks the answers
     */
    static Optional<SentJson> response(SentJson call, ResponseFaults faults) {
        return new HookRequest(call, faults).response();
    }

    private Optional<SentJson> response() {
        if (call.at("hook").text().filter(Services.HOOK::equals).isEmpty()) {
            throw new UnusableCall(HttpStatus.BAD_REQUEST, "'hook' has to be " + Services.HOOK + ".");
        }
        SentJson context = call.at("context");
        if (call.at("hookInstance").text().orElse("").isEmpty() || !context.isObject()) {
            throw new UnusableCall(HttpStatus.BAD_REQUEST, "'hookInstance' and 'context' have to be there.");
        }
        SentJson answers = call.at("prefetch").at(Services.ANSWERS);
        if (answers.isMissing()) {
            throw new UnusableCall(
                    HttpStatus.PRECONDITION_FAILED,
                    "Send the search of GET /cds-services under prefetch/" + Services.ANSWERS
                            + "; this service does not fetch data itself.");
        }
        call.tolerate(TOLERATED);
        context.tolerate(TOLERATED_IN_CONTEXT);
        String server = call.at("fhirServer").text().orElse(null);
        String patient = context.at("patientId").text().filter(ID).orElse(null);
        if (patient == null) {
            add("required", context.at("patientId"), "this does not say whom the call is about", "the id of a Patient");
        }
        List<SentJson> responses = responses(answers);
        responses.forEach(each -> checkSubject(each.at("subject"), server, patient));
        return NewestResponse.of(responses, faults);
    }

    private List<SentJson> responses(SentJson answers) {
        if (answers.isAbsent()) {
            return List.of();
        }
        String type = answers.at("resourceType").text().orElse("");
        if (type.equals(NOTHING_READ)) {
            answers.take();
            return List.of();
        }
        if (!type.equals("Bundle")) {
            return List.of(answers);
        }
        var responses = new ArrayList<SentJson>();
        for (SentJson resource : Bundles.resources(answers)) {
            SentJson kind = resource.at("resourceType");
            switch (kind.text().orElse("")) {
                case "QuestionnaireResponse" -> responses.add(resource);
                case NOTHING_READ -> resource.take();
                default -> {
                    add("structure", kind, "this was not asked for", "a QuestionnaireResponse");
                    resource.take();
                }
            }
        }
        return responses;
    }

    /** A response without a subject is the patient's, as the client searched by patient. */
    private void checkSubject(SentJson subject, @Nullable String server, @Nullable String patient) {
        SentJson reference = subject.at("reference");
        String named = Fhir.unversioned(reference.text().orElse(""));
        String own = "Patient/" + patient;
        boolean none = reference.isAbsent() && (subject.isAbsent() || subject.isObject());
        boolean same = none
                || named.equals(own)
                || (server != null && named.equals(server.replaceFirst("/$", "") + "/" + own));
        if (!same || !subject.at("type").text().orElse("Patient").equals("Patient")) {
            add("invalid", reference, "these are the answers of somebody else", own);
        }
    }

    private void add(String code, SentJson place, String problem, String expected) {
        faults.add(code, place, problem, expected);
    }
}
