package dev.stipple.api.cds;

import dev.stipple.answers.SentJson;
import dev.stipple.api.fhir.ResponseFaults;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What clinicians did with cards, as CDS Hooks 2.0 has it. Whose card it was and what was written about it is not taken over. */
final class Feedback {
    private static final List<String> TOLERATED = List.of("acceptedSuggestions", "overrideReason", "extension");

    /** What became of a card. */
    enum Outcome {
        ACCEPTED,
        OVERRIDDEN;

        private static Optional<Outcome> of(String word) {
            return List.of(values()).stream()
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Feedback() {}

    /**
     * The outcome of each card that is told of.
     *
     * @param faults takes what is wrong with one of them
     * @throws UnusableCall where there is no list of them
     */
    static List<Outcome> outcomes(SentJson sent, ResponseFaults faults) {
        SentJson list = sent.at("feedback");
        if (!list.isArray()) {
            throw new UnusableCall(HttpStatus.BAD_REQUEST, "'feedback' has to be a list.");
        }
        var outcomes = new ArrayList<Outcome>();
        for (SentJson each : list.items()) {
            each.tolerate(TOLERATED);
            SentJson card = each.at("card");
            if (card.text().orElse("").isEmpty()) {
                faults.add("required", card, "this does not say which card it is about", "the uuid of a card");
            }
            SentJson outcome = each.at("outcome");
            Optional<Outcome> read = outcome.text().flatMap(Outcome::of);
            if (read.isEmpty()) {
                faults.add("value", outcome, "this is no outcome", "accepted or overridden");
            }
            read.ifPresent(outcomes::add);
            SentJson when = each.at("outcomeTimestamp");
            if (when.text().filter(Feedback::isInstant).isEmpty()) {
                faults.add(
                        "required", when, "this does not say when that was", "an instant such as 2026-05-31T08:00:00Z");
            }
        }
        return outcomes;
    }

    private static boolean isInstant(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
