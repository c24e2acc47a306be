package dev.stipple.screening.kept;

import dev.stipple.answers.Answers;
import dev.stipple.answers.AnswersReader;
import dev.stipple.answers.CountedOn;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.rule.Verdict;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One state of a screening's answers, as it was assessed then. Revisions are only ever added.
 *
 * @param number counts from 1
 * @param actor who entered the answers or had them assessed again
 * @param rulebook digest of the rules that decided
 * @param given the day on which the answers were given
 * @param asOf the day as of which they were assessed
 * @param answers JSON, as the reader of answers takes it, and as they were given
 * @param assessment the explanation that was given, exactly, as JSON
 */
public record Revision(
        int number,
        Instant at,
        String actor,
        String rulebook,
        LocalDate given,
        LocalDate asOf,
        Verdict verdict,
        String answers,
        String assessment) {

    /**
     * The answers as they were given.
     *
     * @throws dev.stipple.answers.InvalidAnswers where they do not fit this questionnaire
     */
    public Answers read(Questionnaire questionnaire) {
        StrictJson json = StrictJson.read(answers.getBytes(StandardCharsets.UTF_8));
        return AnswersReader.read(questionnaire, json.tree(), json.duplicates());
    }

    /**
     * The answers as they stood on the day of the assessment.
     *
     * @throws dev.stipple.answers.InvalidAnswers where they do not fit this questionnaire
     */
    public Answers counted(Questionnaire questionnaire) {
        return CountedOn.of(read(questionnaire), given, asOf);
    }

    /** Never the answers, so that none ends in a log. */
    @Override
    public String toString() {
        return "revision " + number;
    }
}
