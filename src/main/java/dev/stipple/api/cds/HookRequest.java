package dev.stipple.api.cds;

import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.ResponseFaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a CDS client sends when its hook fires. */
final class HookRequest {
    private static final List<String> TOLERATED = List.of("fhirAuthorization", "extension");
    private static final List<String> TOLERATED_IN_CONTEXT = List.of("userId", "encounterId");
    private static final List<String> TOLERATED_IN_BUNDLE =
            List.of("id", "meta", "language", "identifier", "type", "timestamp", "total", "link", "signature");
    private static final List<String> TOLERATED_IN_ENTRY =
            List.of("id", "extension", "link", "fullUrl", "search", "request", "response");
    private static final Pattern VERSION = Pattern.compile("/_history/[^/]+$");

    /** What a client sends in the place of answers that it could not read. */
    private static final String NOTHING_READ = "OperationOutcome";

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
        String patient = context.at("patientId").text().orElse(null);
        if (patient == null) {
            add("required", context.at("patientId"), "this does not say whom the call is about", "the id of a Patient");
        }
        List<SentJson> responses = responses(answers);
        responses.forEach(each -> checkSubject(each.at("subject"), server, patient));
        return newest(responses);
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
        answers.tolerate(TOLERATED_IN_BUNDLE);
        var responses = new ArrayList<SentJson>();
        for (SentJson entry : answers.at("entry").items()) {
            entry.tolerate(TOLERATED_IN_ENTRY);
            SentJson resource = entry.at("resource");
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
        String named = VERSION.matcher(reference.text().orElse("")).replaceFirst("");
        String own = "Patient/" + patient;
        boolean none = reference.isAbsent() && (subject.isAbsent() || subject.isObject());
        boolean same = none
                || named.equals(own)
                || (server != null && named.equals(server.replaceFirst("/$", "") + "/" + own));
        if (!same) {
            add("invalid", reference, "these are the answers of somebody else", own);
        }
    }

    /** The response that was written last; it is never guessed. What was written before is superseded, and not read. */
    private Optional<SentJson> newest(List<SentJson> responses) {
        if (responses.size() < 2) {
            return responses.stream().findFirst();
        }
        Map<SentJson, Authored> times = new LinkedHashMap<>();
        for (SentJson response : responses) {
            SentJson authored = response.at("authored");
            authored.text()
                    .flatMap(Authored::of)
                    .ifPresentOrElse(
                            time -> times.put(response, time),
                            () -> add("value", authored, "this does not say when it was written", "a dateTime"));
        }
        if (times.size() < responses.size()) {
            responses.forEach(SentJson::take);
            return Optional.empty();
        }
        Optional<SentJson> newest = responses.stream()
                .filter(each -> responses.stream().allMatch(other -> each == other || isAfter(times, each, other)))
                .findFirst();
        if (newest.isEmpty()) {
            add(
                    "value",
                    responses.get(0).at("authored"),
                    "which of the responses is the newest cannot be told",
                    "one that was written after all others");
        }
        responses.stream().filter(each -> each != newest.orElse(null)).forEach(SentJson::take);
        return newest;
    }

    private static boolean isAfter(Map<SentJson, Authored> times, SentJson one, SentJson other) {
        return Objects.requireNonNull(times.get(one)).isAfter(Objects.requireNonNull(times.get(other)));
    }

    private void add(String code, SentJson place, String problem, String expected) {
        faults.add(code, place, problem, expected);
    }
}
