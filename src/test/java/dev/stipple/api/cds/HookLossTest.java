package dev.stipple.api.cds;

import dev.stipple.Shipped;
import dev.stipple.Spoken;
import dev.stipple.answers.Additions;
import dev.stipple.answers.SentJson;
import dev.stipple.api.RandomAnswers;
import dev.stipple.api.fhir.InvalidResponse;
import dev.stipple.api.fhir.ResponseAdditions;
import dev.stipple.api.fhir.ResponseFaults;
import dev.stipple.api.fhir.ResponseReader;
import dev.stipple.api.fhir.Responses;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.text.StrictJson;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that a call of the hook says of the answers vanishes. */
class HookLossTest {
    private static final Questionnaire QUESTIONNAIRE = Shipped.contents().questionnaire();
    private static final List<String> NAMES = Stream.concat(
                    ResponseAdditions.NAMES.stream(),
                    Stream.of("prefetch", "answers", "context", "patientId", "entry", "resource", "fhirServer", "hook"))
            .toList();
    private static final Pattern RESOURCE =
            Pattern.compile("/prefetch/answers(?:/entry/\\d+/resource)?(/(?!entry|resourceType).*)");
    private static final Pattern TOLERATED = Pattern.compile("("
            + "/(fhirAuthorization|extension)"
            + "|/context/(userId|encounterId)"
            + "|/prefetch/answers/(id|meta|language|identifier|type|timestamp|total|link|signature)"
            + "|/prefetch/answers/entry/\\d+/(id|extension|link|fullUrl|search|request|response)"
            + ")(/.*)?"
            // The server is only compared with the subject's address.
            + "|/fhirServer");

    @Test
    void whateverIsAddedMakesADifferenceSaveWhatIsToleratedByName() {
        Additions.makeADifference(
                "a call of the hook",
                HookLossTest::call,
                NAMES,
                HookLossTest::read,
                problem -> Additions.isFault(problem)
                        || problem instanceof InvalidResponse
                        || problem instanceof UnusableCall,
                HookLossTest::isTolerated);
    }

    private static ObjectNode call(Random random) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("hook", "patient-view").put("hookInstance", "1");
        call.putObject("context").put("patientId", "1");
        ObjectNode response =
                Responses.of(new RandomAnswers(QUESTIONNAIRE, random).person(random.nextDouble()), "completed");
        ObjectNode prefetch = call.putObject("prefetch");
        if (random.nextBoolean()) {
            prefetch.set("answers", response);
        } else {
            ObjectNode bundle = prefetch.putObject("answers").put("resourceType", "Bundle");
            bundle.putArray("entry").addObject().set("resource", response);
        }
        return call;
    }

    private static Object read(byte[] document) {
        SentJson call = SentJson.of(StrictJson.read(document));
        var faults = new ResponseFaults();
        var read = HookRequest.response(call, faults)
                .map(response -> ResponseReader.read(QUESTIONNAIRE, response, Spoken.EN, faults));
        faults.end(call);
        return read;
    }

    private static boolean isTolerated(String place, JsonNode value) {
        Matcher inside = RESOURCE.matcher(place);
        return TOLERATED.matcher(place).matches()
                || (inside.matches() && ResponseAdditions.isTolerated(inside.group(1), value))
                || isOutcome(value);
    }

    /** What a search says of itself beside what it found. */
    private static boolean isOutcome(JsonNode value) {
        return value.toString().contains("OperationOutcome");
    }
}
