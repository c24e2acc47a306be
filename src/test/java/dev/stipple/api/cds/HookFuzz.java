package dev.stipple.api.cds;

import dev.stipple.Spoken;
import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.InvalidResponse;
import dev.stipple.api.fhir.ResponseFaults;
import dev.stipple.api.fhir.ResponseReader;
import dev.stipple.fuzz.Claims;
import dev.stipple.text.StrictJson;
import org.junit.jupiter.api.Assertions;

/** A call of the CDS hook. */
public final class HookFuzz {
    private HookFuzz() {}

    public static void fuzzerInitialize() {
        Claims.ready();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> Claims.json(data).ifPresent(HookFuzz::tryOut));
    }

    private static void tryOut(StrictJson json) {
        SentJson call = SentJson.of(json);
        var faults = new ResponseFaults();
        try {
            HookRequest.response(call, faults)
                    .ifPresent(response -> ResponseReader.read(Claims.QUESTIONNAIRE, response, Spoken.EN, faults));
            faults.end(call);
        } catch (InvalidResponse e) {
            Assertions.assertFalse(e.faults().isEmpty());
        } catch (UnusableCall e) {
            Assertions.assertFalse(String.valueOf(e.getMessage()).isBlank());
        }
    }
}
