package dev.stipple.web.console;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Assessor;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Screening;
import dev.stipple.wording.Language;

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
     * Assesses the current answers as of the day on which they were assessed last.
     *
     * @throws dev.stipple.answers.InvalidAnswers where they do not fit the questionnaire
     */
    public static Assessment assess(Screening screening, Assessor assessor) {
        return assessor.assess(screening.current().counted(assessor.rulebook().questionnaire()));
    }

    public VerdictMark mark(Verdict verdict) {
        return VerdictMark.of(assessment.rulebook().questionnaire(), verdict, language);
    }

    public String address() {
        return Desk.PATH + "/" + screening.reference();
    }
}
