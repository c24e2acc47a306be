package dev.stipple.api.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stipple.api.schema.AnswersSchema;
import dev.stipple.questionnaire.Questionnaire;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;

/** The schema of the answers as a component of the API's description, which is JSON Schema too. */
final class AnswersComponent {
    private AnswersComponent() {}

    static Schema<?> of(Questionnaire questionnaire) {
        try {
            return Json31.mapper().readValue(AnswersSchema.of(questionnaire).toString(), Schema.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of the answers is JSON", e);
        }
    }
}
