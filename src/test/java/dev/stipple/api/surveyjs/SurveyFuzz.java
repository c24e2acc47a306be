package dev.stipple.api.surveyjs;

import dev.stipple.answers.InvalidAnswers;
import dev.stipple.fuzz.Claims;
import dev.stipple.text.StrictJson;
import org.junit.jupiter.api.Assertions;

/** The data of a SurveyJS form. */
public final class SurveyFuzz {
    private SurveyFuzz() {}

    public static void fuzzerInitialize() {
        Claims.ready();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> Claims.json(data).ifPresent(SurveyFuzz::tryOut));
    }

    private static void tryOut(StrictJson json) {
        try {
            SurveyData.read(Claims.QUESTIONNAIRE, json);
        } catch (InvalidAnswers e) {
            Assertions.assertFalse(e.faults().isEmpty());
        }
    }
}
