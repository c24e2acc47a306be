package dev.stipple.api.cds;

import dev.stipple.text.StrictJson;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What a CDS client sends when its hook fires. */
record HookRequest(JsonNode response) {
    /**
     * Reads a call.
     *
     * @throws UnusableCall where it is not one of our hook, or lacks the answers
     * @throws StrictJson.Malformed where it is not JSON
     */
    static HookRequest read(byte[] body) {
        JsonNode call = StrictJson.read(body).tree();
        if (!call.path("hook").asString("").equals(Services.HOOK)) {
            throw new UnusableCall(HttpStatus.BAD_REQUEST, "'hook' has to be " + Services.HOOK + ".");
        }
        if (call.path("hookInstance").asString("").isEmpty()
                || !call.path("context").isObject()) {
            throw new UnusableCall(HttpStatus.BAD_REQUEST, "'hookInstance' and 'context' have to be there.");
        }
        JsonNode answers = call.path("prefetch").path(Services.ANSWERS);
        if (answers.isMissingNode()) {
            throw new UnusableCall(
                    HttpStatus.PRECONDITION_FAILED,
                    "Send the search of GET /cds-services under prefetch/" + Services.ANSWERS
                            + "; this service does not fetch data itself.");
        }
        return new HookRequest(latest(answers));
    }

    /** The first response in a bundle, which the client sorts by date; missing where there is none. */
    private static JsonNode latest(JsonNode answers) {
        if (!answers.path("resourceType").asString("").equals("Bundle")) {
            return answers;
        }
        return answers.path("entry")
                .valueStream()
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asString("").equals("QuestionnaireResponse"))
                .findFirst()
                .orElseGet(() -> answers.path("none"));
    }

    /** Whether anything was answered so far. */
    boolean answered() {
        return !response.isNull() && !response.isMissingNode();
    }
}
