package dev.stipple.api.docs;

import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.StrictJson;
import io.swagger.v3.oas.models.examples.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** The people under {@code examples/} as requests; those that the questionnaire in use cannot read are left out. */
final class Examples {
    private static final String ENDING = ".answers.json";

    private Examples() {}

    static Map<String, Example> of(Rulebook rulebook) {
        try {
            var examples = new TreeMap<String, Example>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:examples/*" + ENDING)) {
                StrictJson answers = StrictJson.read(file.getContentAsByteArray());
                if (fits(rulebook.questionnaire(), answers)) {
                    String name = Objects.requireNonNull(file.getFilename()).replace(ENDING, "");
                    examples.put(name, example(name, answers));
                }
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(Questionnaire questionnaire, StrictJson answers) {
        try {
            AnswersReader.read(questionnaire, answers.tree(), answers.duplicates());
            return true;
        } catch (InvalidAnswers e) {
            return false;
        }
    }

    private static Example example(String name, StrictJson answers) {
        var body = Map.of("answers", JsonMapper.shared().treeToValue(answers.tree(), Map.class));
        return new Example().summary(name.replace('-', ' ')).value(body);
    }
}
