package dev.stipple.screening.exchange;

import dev.stipple.answers.AnswersFile;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.answers.SentJson;
import dev.stipple.assessment.Assessor;
import dev.stipple.questionnaire.Questionnaire;
import dev.stipple.screening.Screenings;
import dev.stipple.screening.kept.Retry;
import dev.stipple.screening.kept.Submission;
import dev.stipple.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            "assignee",
            "assessment",
            "agenda",
            "revisions",
            "decisions",
            "notes");

    /** Somebody who stands on a line, and what the file calls them. */
    record Person(Optional<String> id, Submission submission) {
        static Person read(Questionnaire questionnaire, StrictJson line, LocalDate today) {
            SentJson sent = SentJson.of(line);
            sent.tolerate(LEFT_OUT);
            return new Person(sent.at(AnswersFile.ID).text(), SubmissionRequest.readLine(questionnaire, sent, today));
        }
    }

    /**
     * @param leftOut takes the members of the line that are not kept
     * @throws InvalidAnswers with every fault of the line
     */
    Imports.Kept keep(AnswersFile.Row row, Set<String> leftOut) {
        StrictJson line = row.read();
        Person person = Person.read(assessor.rulebook().questionnaire(), line, LocalDate.now(ZoneId.systemDefault()));
        Retry retry = key == null
                ? null
                : Retry.of(actor, key + "/" + row.line(), line.tree().toString().getBytes(StandardCharsets.UTF_8));
        var kept = screenings.keep(person.submission(), assessor, actor, retry);
        LEFT_OUT.stream().filter(line.tree()::has).forEach(leftOut::add);
        return new Imports.Kept(
                row.line(), person.id().orElse(null), kept.reference().toString());
    }
}
