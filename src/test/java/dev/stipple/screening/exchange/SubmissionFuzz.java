package dev.stipple.screening.exchange;

import dev.stipple.answers.InvalidAnswers;
import dev.stipple.answers.SentJson;
import dev.stipple.fuzz.Claims;
import dev.stipple.text.StrictJson;
import org.junit.jupiter.api.Assertions;

/** Somebody who is handed in to be kept. */
public final class SubmissionFuzz {
    private SubmissionFuzz() {}

    public static void fuzzerInitialize() {
        Claims.ready();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> Claims.json(data).ifPresent(SubmissionFuzz::tryOut));
    }

    private static void tryOut(StrictJson json) {
        try {
            SubmissionRequest.read(Claims.QUESTIONNAIRE, SentJson.of(json));
        } catch (InvalidAnswers e) {
            Assertions.assertFalse(e.faults().isEmpty());
        }
    }
}
