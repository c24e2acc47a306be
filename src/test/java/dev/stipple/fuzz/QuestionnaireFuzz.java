package dev.stipple.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.GeneratedPeople;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.questionnaire.QuestionnaireFile;
import dev.stipple.text.Fault;
import dev.stipple.text.InvalidRules;
import dev.stipple.text.RulesFolder;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The file that says what is asked. */
public final class QuestionnaireFuzz {
    private QuestionnaireFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Claims.soon(() -> tryOut(data));
    }

    private static void tryOut(byte[] data) {
        var folder =
                new RulesFolder(new TreeMap<>()).with(QuestionnaireFile.NAME, new String(data, StandardCharsets.UTF_8));
        var faults = new ArrayList<Fault>();
        try {
            Questionnaire questionnaire = QuestionnaireFile.read(folder, faults);
            if (faults.isEmpty()) {
                canBeAnswered(questionnaire);
            }
        } catch (InvalidRules e) {
            faults.addAll(e.faults());
        }
        Claims.placed(faults, folder);
    }

    private static void canBeAnswered(Questionnaire questionnaire) {
        var people = new GeneratedPeople(questionnaire, 1);
        for (Answers answers : List.of(Answers.none(questionnaire), people.complete())) {
            StrictJson written = StrictJson.read(JsonMapper.shared().writeValueAsBytes(answers.json()));
            assertEquals(answers, AnswersReader.read(questionnaire, written.tree(), written.duplicates()));
        }
    }
}
