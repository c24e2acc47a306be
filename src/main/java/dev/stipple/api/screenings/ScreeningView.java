package dev.stipple.api.screenings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A screening with everything there is to it.
 *
 * @param version to be named by whoever changes it
 * @param verdict that of the rules
 * @param decided that of the consultant; null while nobody has decided on the current revision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScreeningView(
        String reference,
        int version,
        Instant receivedAt,
        Instant changedAt,
        Status status,
        Verdict verdict,
        @Nullable Verdict decided,
        String language,
        String consent,
        Contact contact,
        @JsonRawValue String answers,
        @JsonRawValue String assessment,
        List<RevisionView> revisions,
        List<Decision> decisions) {

    /** One state of the answers. */
    record RevisionView(int number, Instant at, String actor, String rulebook, Verdict verdict) {
        static RevisionView of(Revision revision) {
            return new RevisionView(
                    revision.number(), revision.at(), revision.actor(), revision.rulebook(), revision.verdict());
        }
    }

    static ScreeningView of(Screening screening) {
        return new ScreeningView(
                screening.reference().toString(),
                screening.version(),
                screening.receivedAt(),
                screening.changedAt(),
                screening.status(),
                screening.verdict(),
                screening.decided(),
                screening.language().tag(),
                screening.consent(),
                screening.contact(),
                screening.current().answers(),
                screening.current().assessment(),
                screening.revisions().stream().map(RevisionView::of).toList(),
                screening.decisions());
    }
}
