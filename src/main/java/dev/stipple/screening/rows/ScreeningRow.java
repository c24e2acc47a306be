package dev.stipple.screening.rows;

import dev.stipple.screening.agenda.Agenda;
import dev.stipple.screening.kept.Contact;
import dev.stipple.screening.kept.ErasedScreening;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.kept.Status;
import dev.stipple.store.keys.PersonKey;
import dev.stipple.wording.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A screening without its revisions and decisions; the key is null once it is erased. */
public record ScreeningRow(
        Reference reference,
        int version,
        Instant receivedAt,
        Instant changedAt,
        Status status,
        Language language,
        String consent,
        int revision,
        Contact contact,
        Agenda agenda,
        @Nullable PersonKey personKey) {
    public PersonKey key() {
        if (personKey == null) {
            throw new ErasedScreening();
        }
        return personKey;
    }
}
