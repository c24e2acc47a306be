package dev.stipple.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that its receiver does not have yet, as administrators see it.
 *
 * @param kind in words of the database, as somebody may have altered it
 * @param problem what went wrong last; null where it was not tried, or not noted
 * @param configured whether there is such a receiver still
 */
public record Waiting(
        String id,
        String receiver,
        String kind,
        String reference,
        Instant at,
        int attempts,
        Instant nextAt,
        @Nullable String problem,
        boolean configured,
        boolean altered) {
    /** Whether it is a mail to the person. */
    public boolean isMail() {
        return receiver.equals(Outbox.PERSON);
    }
}
