package dev.stipple.screening.kept;

import dev.stipple.answers.Answers;
import dev.stipple.answers.CountedOn;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.summary.Coming;
import dev.stipple.rule.Verdict;
import dev.stipple.rulebook.Rulebook;
import dev.stipple.screening.agenda.Agenda;
import dev.stipple.wording.Language;
import java.time.LocalDate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers and what an assessor says about them, as JSON to keep.
 *
 * @param given the day on which the answers were given, which are kept as they were given
 * @param asOf the day as of which they were assessed: answers about time counted on to it
 * @param agenda what is to come as of that day
 */
public record Assessed(
        Rulebook rulebook,
        Verdict verdict,
        Leading leading,
        String answers,
        String assessment,
        LocalDate given,
        LocalDate asOf,
        Agenda agenda) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Assessed of(Assessor assessor, Answers answers, Language language, LocalDate given, LocalDate asOf) {
        var assessment = assessor.assess(CountedOn.of(answers, given, asOf));
        var explanation = Explanation.of(assessment, language);
        return new Assessed(
                assessor.rulebook(),
                assessment.verdict(),
                Leading.of(explanation),
                JSON.writeValueAsString(answers.json()),
                JSON.writeValueAsString(explanation),
                given,
                asOf,
                Agenda.of(Coming.of(assessment, language, asOf)));
    }

    /**
     * Assesses the answers of a revision as of another day.
     *
     * @throws dev.stipple.answers.InvalidAnswers where the questionnaire has changed so that they do not fit
     */
    public static Assessed again(Assessor assessor, Revision revision, Language language, LocalDate asOf) {
        return of(assessor, revision.read(assessor.rulebook().questionnaire()), language, revision.given(), asOf);
    }
}
