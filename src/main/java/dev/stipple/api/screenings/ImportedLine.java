package dev.stipple.api.screenings;

import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.assessment.Assessor;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Retry;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the people of one file.
 *
 * @param key makes each line its own retry, so that the same file sent again keeps nobody twice; null where it may
 */
record ImportedLine(
        Screenings screenings, Assessor assessor, @Nullable String key, String actor) {
    /** What an export says of a screening that is not the person's: an import makes another screening, and leaves it out. */
    static final List<String> LEFT_OUT = List.of(
            "reference",
            "version",
            "receivedAt",
            "changedAt",
            "status",
            "verdict",
            "decided",
            "assessment",
            "revisions",
            "decisions");

    private static final List<String> TOLERATED =
            Stream.concat(Stream.of(AnswersFile.ID), LEFT_OUT.stream()).toList();

    /**
     * @param leftOut takes the members of the line that are not kept
     * @throws InvalidAnswers with every fault of the line
     */
    ImportController.Kept keep(AnswersFile.Row row, Set<String> leftOut) {
        StrictJson line = row.read();
        var submission = SubmissionRequest.read(assessor.rulebook().questionnaire(), line, TOLERATED);
        Retry retry = key == null
                ? null
                : Retry.of(actor, key + "/" + row.line(), line.tree().toString().getBytes(StandardCharsets.UTF_8));
        var kept = screenings.keep(submission, assessor, actor, retry);
        leftOut.addAll(line.tree().propertyNames().stream()
                .filter(LEFT_OUT::contains)
                .collect(TreeSet::new, Set::add, Set::addAll));
        return new ImportController.Kept(
                row.line(), AnswersFile.id(line).orElse(null), kept.reference().toString());
    }
}
