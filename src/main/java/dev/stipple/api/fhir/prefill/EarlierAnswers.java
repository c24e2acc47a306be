package dev.stipple.api.fhir.prefill;

import dev.stipple.answers.Answers;
import dev.stipple.answers.CountedOn;
import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.LinkIds;
import dev.stipple.api.fhir.ReadResponse;
import dev.stipple.api.fhir.ResponseFaults;
import dev.stipple.questionnaire.Question;
import dev.stipple.questionnaire.Slot;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers of an earlier response as they stand today.
 *
 * @param sent the response
 * @param left takes what cannot be carried over
 */
record EarlierAnswers(SentJson sent, ResponseFaults left) {
    private static final String NOT_ASKED = "by now this question does not apply";

    Answers of(ReadResponse response, String rulebook, LocalDate today) {
        if (response.version() != null && !response.version().equals(rulebook)) {
            left.add(
                    "informational",
                    sent.at("questionnaire"),
                    "this answers another version of the questionnaire than the one in use; its answers were read by"
                            + " their linkIds",
                    rulebook);
        }
        Optional<LocalDate> given = sent.at("authored")
                .text()
                .flatMap(Authored::of)
                .map(Authored::latestDay)
                .filter(day -> !day.isAfter(today));
        Answers counted = given.map(day -> CountedOn.of(response.answers(), day, today))
                .orElseGet(() -> withoutWhatCountsOn(response.answers()));
        Answers applicable = counted.applicable();
        counted.slots().stream()
                .filter(slot -> slot.question() != null && counted.isTold(slot) && !applicable.isTold(slot))
                .forEach(slot -> leave(Objects.requireNonNull(slot.question()), NOT_ASKED, "no answer"));
        counted.texts().stream()
                .filter(slot ->
                        counted.text(slot).isPresent() && applicable.text(slot).isEmpty())
                .forEach(slot -> leave(slot.question(), NOT_ASKED, "no answer"));
        return applicable;
    }

    private Answers withoutWhatCountsOn(Answers answers) {
        Answers kept = answers;
        for (Slot slot : answers.slots()) {
            if (slot.question() instanceof Question.Number number && number.countsOn() && answers.isTold(slot)) {
                leave(number, "how long ago this is hangs on when it was written", "'authored' with a day up to today");
                kept = kept.with(slot, null);
            }
        }
        return kept;
    }

    private void leave(Question question, String problem, String expected) {
        left.add("incomplete", sent, LinkIds.of(question) + ": " + problem, expected);
    }
}
