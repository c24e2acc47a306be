package dev.stipple.web.console.insight;

import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.wording.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An answer in words, whoever gave it; of a number only its question. */
record Given(String question, String answer) {
    /** An answer that a finding names; empty where nothing is asked like this today. */
    static Optional<Given> of(JsonNode answer, Questionnaire questionnaire, Language language) {
        String path = answer.path("pointer").asString().substring(1).replaceAll("/\\d+/", "/");
        return questionnaire
                .question(path.replace('/', '.'))
                .map(question -> new Given(
                        question.text().in(language), words(question, answer.path("value"), questionnaire, language)));
    }

    /** The answer in words where it is one of few; every number is another one, and stays out. */
    private static String words(Question question, JsonNode value, Questionnaire questionnaire, Language language) {
        if (value.isBoolean()) {
            return questionnaire.yesOrNo(value.booleanValue()).in(language);
        }
        Stream<JsonNode> codes = value.isArray() ? value.valueStream() : Stream.of(value);
        return codes.flatMap(code -> question.option(code.asString()).stream())
                .map(option -> option.text().in(language))
                .collect(Collectors.joining("; "));
    }
}
