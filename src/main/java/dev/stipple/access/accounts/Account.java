package dev.stipple.access.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param mustChange whether the password has to be changed before anything else can be done
 * @param lockedUntil until when no sign-in is tried, after too many that failed
 */
public record Account(
        String name,
        Role role,
        boolean mustChange,
        boolean disabled,
        @Nullable Instant lockedUntil) {}
