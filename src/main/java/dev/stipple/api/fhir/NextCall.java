package dev.stipple.api.fhir;

import dev.stipple.answers.SentJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a call of {@code $next-question} brings: the response so far, by itself or as the parameter that SDC defines.
 *
 * @param tree the response as it was sent
 */
record NextCall(SentJson response, JsonNode tree) {
    static final String PARAMETERS = "Parameters";

    private static final String RESPONSE = "questionnaire-response";
    private static final String RESOURCE = "resource";
    private static final List<String> TOLERATED = List.of("id", "meta", "language");

    static boolean isParameters(JsonNode sent) {
        return sent.path("resourceType").asString("").equals(PARAMETERS);
    }

    /**
     * Finds the response in what was sent.
     *
     * @param faults takes what else is there, and that it is missing
     */
    static Optional<NextCall> of(SentJson sent, JsonNode tree, ResponseFaults faults) {
        if (!isParameters(tree)) {
            return Optional.of(new NextCall(sent, tree));
        }
        sent.at("resourceType").text();
        sent.tolerate(TOLERATED);
        var found = new ArrayList<NextCall>();
        int place = 0;
        for (SentJson parameter : sent.at("parameter").items()) {
            JsonNode resource = tree.path("parameter").path(place++).path(RESOURCE);
            parameter.tolerate(List.of("id"));
            if (found.isEmpty()
                    && parameter.at("name").text().filter(RESPONSE::equals).isPresent()) {
                found.add(new NextCall(parameter.at(RESOURCE), resource));
            } else {
                faults.add("not-supported", parameter, "this parameter is not read", "one " + RESPONSE);
            }
        }
        if (found.isEmpty()) {
            faults.add("required", sent, "the response so far is missing", "a parameter " + RESPONSE);
        }
        return found.stream().findFirst();
    }
}
