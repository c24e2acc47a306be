package dev.stipple.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of the audit log.
 *
 * @param subject what it was done to, such as the reference of a screening or the name of an account
 * @param detail more about it, never anything a person entered
 * @param seal keyed hash over this entry and the seal of the one before
 */
public record AuditEntry(
        long number, Instant at, String actor, Action action, String subject, String detail, String seal) {

    /** What was done. */
    public enum Action {
        KEPT,
        LISTED,
        READ,
        REVISED,
        DECIDED,
        REPLAYED,
        EXPORTED,
        ERASED,
        BACKED_UP,
        RESTORED,
        ACCOUNT_CREATED,
        ACCOUNT_CHANGED,
        ACCOUNT_UNLOCKED,
        PASSWORD_CHANGED,
        SIGNED_IN,
        SIGN_IN_FAILED,
        KEY_CREATED,
        KEY_REVOKED
    }

    String sealed(MasterKey master, String before) {
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        String text = List.of(
                        before, Long.toString(number), Long.toString(micros), actor, action.name(), subject, detail)
                .stream()
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return master.fingerprint("audit", text.getBytes(StandardCharsets.UTF_8));
    }
}
