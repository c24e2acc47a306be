package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.text.StrictJson;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON. */
public final class AnswersFuzz {
    private AnswersFuzz() {}

    public static void fuzzerInitialize() {
        Claims.ready();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> Claims.json(data).ifPresent(AnswersFuzz::tryOut));
    }

    private static void tryOut(StrictJson json) {
        Answers answers;
        try {
            answers = read(json);
        } catch (InvalidAnswers e) {
            Claims.tellsNothingSent(json, e.faults(), AnswersFuzz::read);
            return;
        }
        byte[] written = JsonMapper.shared().writeValueAsBytes(answers.json());
        assertEquals(answers, read(StrictJson.read(written)));
    }

    private static Answers read(StrictJson json) {
        return AnswersReader.read(Claims.QUESTIONNAIRE, json.tree(), json.duplicates());
    }
}
