package dev.stipple.cli.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.assessment.CodedAssessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.rule.Verdict;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assesses one person of a batch. Safe to use from many threads.
 *
 * @param before by the rules to compare with; null where nothing is compared
 * @param language to put the assessments into words; null where codes are enough
 */
record BatchAssessor(
        Assessor assessor,
        @Nullable Assessor before,
        @Nullable Language language) {
    /** What comes out for one person. */
    sealed interface Line {
        String id();
    }

    /** The assessment, and by what it was before where rules are compared. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Assessed(String id, @Nullable Verdict previousVerdict, Object assessment) implements Line {}

    /** Nothing is written, as the verdict is what it was before. */
    record Unchanged(String id) implements Line {}

    /** Why the person could not be assessed. */
    record Rejected(long line, String id, List<String> faults) implements Line {}

    Line assess(AnswersFile.Row row) {
        String id = Long.toString(row.line());
        try {
            StrictJson person = row.read();
            id = AnswersFile.id(person).orElse(id);
            return assess(id, person);
        } catch (StrictJson.Malformed | BrokenTable e) {
            return new Rejected(row.line(), id, List.of(String.valueOf(e.getMessage())));
        } catch (InvalidAnswers e) {
            return new Rejected(row.line(), id, e.lines());
        }
    }

    private Line assess(String id, StrictJson person) {
        Verdict previous = before == null ? null : assess(before, person).verdict();
        Assessment assessment = assess(assessor, person);
        return assessment.verdict() == previous ? new Unchanged(id) : new Assessed(id, previous, written(assessment));
    }

    private static Assessment assess(Assessor assessor, StrictJson person) {
        return assessor.assess(AnswersFile.answers(assessor.rulebook().questionnaire(), person));
    }

    private Object written(Assessment assessment) {
        return language == null ? CodedAssessment.of(assessment) : Explanation.of(assessment, language);
    }
}
