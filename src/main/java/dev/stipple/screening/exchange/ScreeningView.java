package dev.stipple.screening.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.stipple.rule.Verdict;
import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A screening with everything there is to it.
 *
 * @param version to be named by whoever changes it
 * @param verdict that of the rules
 * @param given the day on which the answers were given
 * @param agenda what is to come, and what of it is done
 * @param assignee the account to which it is given; missing where to nobody
 * @param decided that of the consultant; null while nobody has decided on the current revision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScreeningView(
        String reference,
        int version,
        Instant receivedAt,
        Instant changedAt,
        Status status,
        Verdict verdict,
        @Nullable Verdict decided,
        @Nullable String assignee,
        String language,
        String consent,
        Contact contact,
        List<DueView> agenda,
        LocalDate given,
        @JsonRawValue String answers,
        @JsonRawValue String assessment,
        List<RevisionView> revisions,
        List<Decision> decisions,
        List<Screening.Note> notes) {

    /**
     * One state of the answers.
     *
     * @param given the day on which the answers were given
     * @param asOf the day as of which the assessment holds; answers about time counted on to it
     */
    record RevisionView(
            int number, Instant at, String actor, String rulebook, LocalDate given, LocalDate asOf, Verdict verdict) {
        static RevisionView of(Revision revision) {
            return new RevisionView(
                    revision.number(),
                    revision.at(),
                    revision.actor(),
                    revision.rulebook(),
                    revision.given(),
                    revision.asOf(),
                    revision.verdict());
        }
    }

    /**
     * Something to come.
     *
     * @param kind that of a step of the summary, or {@code QUESTION}
     * @param name what it is called, in the person's language; missing for a question
     * @param day when it is over, or by when it should be done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DueView(
            String kind, @Nullable String name, String text, LocalDate day, Due.State state, List<String> rules) {
        static DueView of(Due due, LocalDate today) {
            return new DueView(due.kind(), due.name(), due.text(), due.day(), due.state(today), due.rules());
        }
    }

    public static ScreeningView of(Screening screening) {
        return of(screening, LocalDate.now(ZoneId.systemDefault()));
    }

    private static ScreeningView of(Screening screening, LocalDate today) {
        return new ScreeningView(
                screening.reference().toString(),
                screening.version(),
                screening.receivedAt(),
                screening.changedAt(),
                screening.status(),
                screening.verdict(),
                screening.decided(),
                screening.assignee(),
                screening.language().tag(),
                screening.consent(),
                screening.contact(),
                screening.agenda().items().stream()
                        .map(each -> DueView.of(each, today))
                        .toList(),
                screening.current().given(),
                screening.current().answers(),
                screening.current().assessment(),
                screening.revisions().stream().map(RevisionView::of).toList(),
                screening.decisions(),
                screening.notes());
    }
}
