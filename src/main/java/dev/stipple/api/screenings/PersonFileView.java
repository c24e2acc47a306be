package dev.stipple.api.screenings;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.stipple.screening.KeptPerson;
import dev.stipple.screening.agenda.Due;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.Decision;
import dev.stipple.screening.kept.Revision;
import dev.stipple.screening.kept.Screening;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.audit.AuditEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Everything that is kept of a person. */
public record PersonFileView(
        String reference,
        Instant receivedAt,
        Status status,
        String consent,
        Contact contact,
        List<Due> agenda,
        List<RevisionView> revisions,
        List<Decision> decisions,
        List<Screening.Note> notes,
        List<EntryView> log) {

    /** One state of the answers, whole. */
    record RevisionView(
            Instant at,
            String actor,
            String rulebook,
            LocalDate given,
            LocalDate asOf,
            @JsonRawValue String answers,
            @JsonRawValue String assessment) {
        static RevisionView of(Revision revision) {
            return new RevisionView(
                    revision.at(),
                    revision.actor(),
                    revision.rulebook(),
                    revision.given(),
                    revision.asOf(),
                    revision.answers(),
                    revision.assessment());
        }
    }

    /** Who did what. */
    record EntryView(long number, Instant at, String actor, AuditEntry.Action action, String subject, String detail) {
        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.number(), entry.at(), entry.actor(), entry.action(), entry.subject(), entry.detail());
        }
    }

    static PersonFileView of(KeptPerson file) {
        var screening = file.screening();
        return new PersonFileView(
                screening.reference().toString(),
                screening.receivedAt(),
                screening.status(),
                screening.consent(),
                screening.contact(),
                screening.agenda().items(),
                screening.revisions().stream().map(RevisionView::of).toList(),
                screening.decisions(),
                screening.notes(),
                file.log().stream().map(EntryView::of).toList());
    }
}
