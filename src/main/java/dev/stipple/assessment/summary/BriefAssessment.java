package dev.stipple.assessment.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.assessment.Explanation;
import dev.stipple.rule.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The short answer, and of everything behind it only what is as short.
 *
 * @param possibleVerdicts the verdicts that are still possible, strictest first
 * @param nextQuestion pointer of the question that is most worth asking; null where none can change the verdict
 * @param rulebook digest of the rules that decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BriefAssessment(
        Summary summary,
        Verdict verdict,
        String verdictName,
        String meaning,
        Set<Verdict> possibleVerdicts,
        @Nullable String nextQuestion,
        String disclaimer,
        String rulebook)
        implements Explained {

    static BriefAssessment of(Summary summary, Explanation everything) {
        return new BriefAssessment(
                summary.brief(),
                everything.verdict(),
                everything.verdictName(),
                everything.meaning(),
                everything.possibleVerdicts(),
                everything.nextQuestion(),
                everything.disclaimer(),
                everything.rulebook());
    }
}
