package dev.stipple.screening.kept;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Explanation;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Answers and what an assessor says about them, as JSON to keep. */
public record Assessed(Rulebook rulebook, Verdict verdict, Leading leading, String answers, String assessment) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Assessed of(Assessor assessor, Answers answers, Language language) {
        var assessment = assessor.assess(answers);
        var explanation = Explanation.of(assessment, language);
        return new Assessed(
                assessor.rulebook(),
                assessment.verdict(),
                Leading.of(explanation),
                JSON.writeValueAsString(answers.json()),
                JSON.writeValueAsString(explanation));
    }

    /**
     * Assesses answers that were kept.
     *
     * @throws dev.stipple.answers.InvalidAnswers where the questionnaire has changed so that they do not fit
     */
    public static Assessed again(Assessor assessor, String answers, Language language) {
        StrictJson json = StrictJson.read(answers.getBytes(StandardCharsets.UTF_8));
        return of(
                assessor,
                AnswersReader.read(assessor.rulebook().questionnaire(), json.tree(), json.duplicates()),
                language);
    }
}
