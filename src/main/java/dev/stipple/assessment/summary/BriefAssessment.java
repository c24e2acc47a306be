package dev.stipple.assessment.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stipple.assessment.Assessment;
import dev.stipple.questionnaire.Slot;
import dev.stipple.rule.Verdict;
import dev.stipple.wording.Language;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The short answer, and of everything behind it only what is as short.
 *
 * @param possibleVerdicts the verdicts that are still possible, strictest first
 * @param nextQuestion pointer of the question that is most worth asking, of those that can still change the verdict and of which
 *     nobody said that they are not sure; null where there is none
 * @param why why that question is asked
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
        @Nullable Why why,
        String disclaimer,
        String rulebook)
        implements Explained {

    static BriefAssessment of(Assessment assessment, Summary summary, Language language) {
        var questionnaire = assessment.rulebook().questionnaire();
        var wording = Objects.requireNonNull(
                questionnaire.verdicts().get(assessment.verdict().name()));
        return new BriefAssessment(
                summary.brief(),
                assessment.verdict(),
                wording.name().in(language),
                wording.meaning().in(language),
                assessment.outlook().possible(),
                assessment.next().map(Slot::pointer).orElse(null),
                new OpenQuestions(assessment, new Phrases(language)).next(),
                questionnaire.disclaimer().in(language),
                assessment.rulebook().digest());
    }
}
