package dev.stipple.web.intake.own;

import dev.stipple.assessment.summary.Summary;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.kept.Status;
import dev.stipple.web.intake.ResultPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sent, as they see it.
 *
 * @param overruled the consultant's verdict where it is another one than that of the rules
 * @param questions what a consultant asks of them, each in their own words if any
 * @param coming what is to come and what of it is done
 * @param undated what else there is to do
 */
record OwnPage(
        ResultPage result,
        Status status,
        LocalDate sent,
        String reference,
        @Nullable Mark overruled,
        List<String> questions,
        List<Due> coming,
        List<Summary.Stage> undated) {
    /** A verdict as a sign and a word. */
    record Mark(String sign, String name) {}

    static OwnPage of(Own own, ResultPage result) {
        var screening = own.screening();
        List<Due> coming = screening.agenda().items().stream()
                .filter(due -> !due.isQuestion())
                .toList();
        Set<String> dated = coming.stream().map(Due::text).collect(Collectors.toSet());
        return new OwnPage(
                result,
                screening.status(),
                day(screening.receivedAt()),
                screening.reference().toString(),
                mark(own),
                screening.agenda().questions().stream().map(Due::text).toList(),
                coming,
                result.summary().todo().stream()
                        .map(stage -> without(stage, dated))
                        .filter(stage -> !stage.steps().isEmpty())
                        .toList());
    }

    /** Whether anything has a day that is still to come, or over and not done. */
    public boolean hasDates() {
        return coming.stream().anyMatch(due -> !due.done());
    }

    /** How far something to come is today. */
    public Due.State state(Due due) {
        return due.state(LocalDate.now(ZoneId.systemDefault()));
    }

    private static Summary.Stage without(Summary.Stage stage, Set<String> dated) {
        return new Summary.Stage(
                stage.kind(),
                stage.name(),
                stage.until(),
                stage.steps().stream()
                        .filter(step -> !dated.contains(step.text()))
                        .toList());
    }

    private static @Nullable Mark mark(Own own) {
        Verdict overruled = own.overruled();
        if (overruled == null) {
            return null;
        }
        var wording =
                Objects.requireNonNull(own.visit().questionnaire().verdicts().get(overruled.name()));
        return new Mark(wording.sign(), wording.name().in(own.visit().language()));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneId.systemDefault());
    }
}
