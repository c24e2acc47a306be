package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stipple.Spoken;
import dev.stipple.api.fhir.InvalidResponse;
import dev.stipple.api.fhir.ReadResponse;
import dev.stipple.api.fhir.ResponseReader;
import dev.stipple.api.fhir.Responses;
import dev.stipple.text.StrictJson;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/** A FHIR QuestionnaireResponse. */
public final class FhirFuzz {
    private FhirFuzz() {}

    public static void fuzzerInitialize() {
        Claims.ready();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> Claims.json(data).ifPresent(FhirFuzz::tryOut));
    }

    private static void tryOut(StrictJson json) {
        ReadResponse response;
        try {
            response = read(json);
        } catch (InvalidResponse e) {
            assertTrue(!e.faults().isEmpty());
            e.faults().forEach(fault -> JsonPointer.compile(fault.pointer()));
            return;
        }
        byte[] written = JsonMapper.shared().writeValueAsBytes(Responses.of(response.answers(), "completed"));
        assertEquals(response.answers(), read(StrictJson.read(written)).answers());
    }

    private static ReadResponse read(StrictJson json) {
        return ResponseReader.read(Claims.QUESTIONNAIRE, json, Spoken.EN);
    }
}
