package dev.stipple.api;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The people under examples/. */
public final class Stories {
    private Stories() {}

    public static Answers answers(Questionnaire questionnaire, String story) {
        return AnswersReader.read(questionnaire, json(story + ".answers.json"), List.of());
    }

    /** Everything that a story is answered with, without the short answer, which has a day in it. */
    public static JsonNode assessment(String story) {
        ObjectNode full = (ObjectNode) json(story + ".assessment.json");
        full.remove("summary");
        return full;
    }

    private static JsonNode json(String file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("examples", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
