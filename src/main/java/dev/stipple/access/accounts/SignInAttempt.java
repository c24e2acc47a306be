package dev.stipple.access.accounts;

import java.time.Duration;

/** Whether a password may be tried. */
public sealed interface SignInAttempt {
    /**
     * It may be, and is counted.
     *
     * @param name a keyed hash of what was typed as a name
     * @param address the network that it comes from
     * @param known whether the name had signed in from there, so that it is counted nowhere else
     */
    record Counted(String name, String address, boolean known) implements SignInAttempt {}

    /**
     * It must not be, as too many were.
     *
     * @param after when the next one may be
     */
    record TooMany(Duration after) implements SignInAttempt {}
}
