package dev.stipple.screening.rows;

import dev.stipple.mail.MailAddress;
import dev.stipple.screening.agenda.Agenda;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Link;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.wording.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A screening without its revisions, decisions and notes; the key is null once it is erased.
 *
 * @param notes how many there are
 * @param assignee to whom it is given; null for nobody
 * @param link of whoever agreed to be written to; null for anybody else
 */
public record ScreeningRow(
        Reference reference,
        int version,
        Instant receivedAt,
        Instant changedAt,
        Status status,
        Language language,
        String consent,
        int revision,
        int notes,
        Contact contact,
        Agenda agenda,
        @Nullable String assignee,
        @Nullable Link link,
        @Nullable PersonKey personKey) {
    /** Whether the person agreed to be written to by mail, and gave an address for it. */
    public boolean isWrittenTo() {
        return link != null && MailAddress.of(contact.email()).isPresent();
    }

    public PersonKey key() {
        if (personKey == null) {
            throw new ErasedScreening();
        }
        return personKey;
    }
}
