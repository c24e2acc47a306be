package dev.stipple.web.console;

import dev.stipple.answers.AnswersReader;
import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Screening;
import dev.stipple.text.StrictJson;
import dev.stipple.wording.Language;
import java.nio.charset.StandardCharsets;

/**
 * A screening that somebody opened, assessed again on the rules of its day, so that everything can be asked about it in
 * any language.
 *
 * @param today the rules in use now
 */
public record Opened(Screening screening, Assessment assessment, Assessor today, Language language) {
    static Opened of(Screening screening, Assessor then, Assessor today, Language language) {
        return new Opened(screening, assess(screening, then), today, language);
    }

    /** Whether the rules that decided are still in use. */
    public boolean isOfToday() {
        return assessment.rulebook().digest().equals(today.rulebook().digest());
    }

    /**
     * Assesses the current answers.
     *
     * @throws dev.stipple.answers.InvalidAnswers where they do not fit the questionnaire
     */
    public static Assessment assess(Screening screening, Assessor assessor) {
        StrictJson json = StrictJson.read(screening.current().answers().getBytes(StandardCharsets.UTF_8));
        return assessor.assess(AnswersReader.read(assessor.rulebook().questionnaire(), json.tree(), json.duplicates()));
    }

    public VerdictMark mark(Verdict verdict) {
        return VerdictMark.of(assessment.rulebook().questionnaire(), verdict, language);
    }

    public String address() {
        return Desk.PATH + "/" + screening.reference();
    }
}
