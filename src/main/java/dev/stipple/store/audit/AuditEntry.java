package dev.stipple.store.audit;

import dev.stipple.store.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of the audit log.
 *
 * @param kind what the subject is, where its rows were written; otherwise empty
 * @param subject what it was done to, such as the reference of a screening or the name of an account
 * @param detail more about it, never anything a person entered
 * @param state digest of the subject's rows as they were left; empty where there are none, or none were written
 * @param follows seal of the entry before
 * @param seal keyed hash over all of the above
 */
public record AuditEntry(
        long number,
        Instant at,
        String actor,
        Action action,
        String kind,
        String subject,
        String detail,
        String state,
        String follows,
        String seal) {
    private static final String PURPOSE = "audit";

    /** What was done. */
    public enum Action {
        KEPT,
        LISTED,
        READ,
        REVISED,
        DECIDED,
        /** A file that a person sent. */
        FILE_KEPT,
        FILE_REMOVED,
        /** Something to come was marked as done, or as open. */
        PLANNED,
        /** Somebody was to look after it, or nobody any more. */
        ASSIGNED,
        /** Somebody wrote a note for their colleagues. */
        NOTED,
        /** The person agrees to be written to by mail. */
        MAILS_AGREED,
        MAILS_ENDED,
        /** A mail server took a mail to the person. */
        MAIL_SENT,
        REPLAYED,
        EXPORTED,
        ERASED,
        /** Events that did not arrive are to be tried again at once. */
        EVENTS_RETRIED,
        /** An event that did not arrive is not tried any more. */
        EVENT_GIVEN_UP,
        BACKED_UP,
        RESTORED,
        ACCOUNT_CREATED,
        ACCOUNT_CHANGED,
        ACCOUNT_UNLOCKED,
        PASSKEY_ADDED,
        PASSKEYS_REMOVED,
        /** An account has a secret address for its calendar, and another one no more. */
        CALENDAR_MADE,
        CALENDAR_ENDED,
        PASSWORD_CHANGED,
        SIGNED_IN,
        SIGN_IN_FAILED,
        KEY_CREATED,
        KEY_REVOKED,
        /** Something was erased, first since keys were renewed, so that they are to be renewed again. */
        KEYS_DUE,
        /** The row that says which keys are in use was not as the log left it, and keys are renewed for that. */
        KEYS_MENDED,
        /** A new generation of keys has taken over. */
        KEYS_RENEWED,
        /** The generation of keys before can no longer open anything. */
        KEYS_DESTROYED,
        /** The end of the log was not as it was noted, and goes on behind the last entry that holds. */
        LOG_MENDED,
        /** Nothing that this version writes. */
        UNKNOWN;

        static Action of(String name) {
            return Stream.of(values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    static AuditEntry of(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Action.of(row.getString("action")),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("state"),
                row.getString("follows"),
                row.getString("seal"));
    }

    AuditEntry sealed(Keys keys) {
        return new AuditEntry(
                number, at, actor, action, kind, subject, detail, state, follows, keys.seal(PURPOSE, text()));
    }

    boolean holds(Keys keys) {
        return keys.isSeal(seal, PURPOSE, text());
    }

    private byte[] text() {
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        return List.of(
                        follows,
                        Long.toString(number),
                        Long.toString(micros),
                        actor,
                        action.name(),
                        kind,
                        subject,
                        detail,
                        state)
                .stream()
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
