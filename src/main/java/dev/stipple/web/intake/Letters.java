package dev.stipple.web.intake;

import dev.stipple.assessment.Assessment;
import dev.stipple.assessment.Explanation;
import dev.stipple.assessment.Explanation.Reason;
import dev.stipple.assessment.summary.Summary;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.web.intake.form.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The letters that somebody takes to their doctors. Each has one question, so that no doctor reads what is another's.
 *
 * @param about what is asked about
 * @param planned what would be done
 * @param name whose letters they are; empty where nobody has said yet
 */
public record Letters(String about, String planned, String name, LocalDate day, List<Letter> all) {
    /**
     * A letter to one doctor.
     *
     * @param reasons why it is asked, with the answers behind it
     */
    public record Letter(String question, List<Reason> reasons) {}

    public static Letters of(Visit visit, String name, LocalDate day) {
        Assessment assessment = visit.assessment();
        var texts = visit.assessor().rulebook().summary().letter();
        var findings = Explanation.of(assessment, visit.language()).findings();
        return new Letters(
                texts == null ? "" : texts.about().in(visit.language()),
                texts == null ? "" : texts.planned().in(visit.language()),
                name,
                day,
                asked(Summary.of(assessment, visit.language(), day), texts)
                        .map(step -> letter(step, findings))
                        .toList());
    }

    /** The steps that doctors are to be written to for. */
    static Stream<Summary.Step> asked(Summary summary, SummaryTexts.@Nullable Letter texts) {
        return summary.todo().stream()
                .filter(stage -> texts != null && stage.kind().equals(texts.kind()))
                .flatMap(stage -> stage.steps().stream());
    }

    private static Letter letter(Summary.Step step, List<Reason> findings) {
        return new Letter(
                step.text(),
                findings.stream()
                        .filter(reason -> step.rules().contains(reason.rule()))
                        .toList());
    }
}
