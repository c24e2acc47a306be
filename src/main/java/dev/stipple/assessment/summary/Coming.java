package dev.stipple.assessment.summary;

import dev.stipple.assessment.Assessment;
import dev.stipple.rule.Finding;
import dev.stipple.rule.SummaryTexts;
import dev.stipple.wording.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A step of what to do that has a day.
 *
 * @param kind that of the step
 * @param name what such a step is called, in a word
 * @param waiting whether time alone does it
 * @param day when the wait is over, or by when the step should be done
 * @param rules ids of the rules that call for it
 */
public record Coming(String kind, String name, String text, boolean waiting, LocalDate day, List<String> rules) {
    /** What is to come as of a day, in the order in which it is to be done. */
    public static List<Coming> of(Assessment assessment, Language language, LocalDate day) {
        return new Dated(assessment, new Phrases(language), day).coming();
    }

    private record Dated(Assessment assessment, Phrases phrases, LocalDate day) {
        List<Coming> coming() {
            Map<String, SummaryTexts.Deadline> deadlines =
                    assessment.rulebook().summary().due();
            return new Todo(assessment, phrases, Waits.of(assessment, day))
                    .stages().stream()
                            .filter(stage -> deadlines.containsKey(stage.kind()))
                            .flatMap(stage -> coming(stage, Objects.requireNonNull(deadlines.get(stage.kind()))))
                            .toList();
        }

        private Stream<Coming> coming(Summary.Stage stage, SummaryTexts.Deadline deadline) {
            boolean waiting =
                    stage.kind().equals(assessment.rulebook().summary().waits());
            String name = phrases.say(deadline.name());
            return stage.steps().stream()
                    .flatMap(step -> (waiting ? over(step) : Stream.of(day.plusDays(deadline.days())))
                            .map(due -> new Coming(stage.kind(), name, step.text(), waiting, due, step.rules())));
        }

        /** The day when a wait is over; none where no rule says how long it takes. */
        private Stream<LocalDate> over(Summary.Step step) {
            return assessment.findings().stream()
                    .filter(finding -> step.rules().contains(finding.rule().id()))
                    .map(Finding::delay)
                    .filter(Objects::nonNull)
                    .map(wait -> Waits.end(day, wait))
                    .max(LocalDate::compareTo)
                    .stream();
        }
    }
}
