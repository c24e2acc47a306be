package dev.stipple.access.accounts;

import java.time.Duration;

/** Whether a password may be tried. */
public sealed interface SignInAttempt {
    /**
     * It may be, and is counted.
     *
     * @param name a keyed hash of what was typed as a name
     * @param address the network that it comes from
     * @param as where it is counted
     */
    record Counted(String name, String address, As as) implements SignInAttempt {}

    /** Whose attempt it is. */
    enum As {
        /** A name that has not signed in from there; counted for the name and for the address too. */
        NEW,
        /** A name that has signed in from there; counted nowhere else. */
        KNOWN,
        /** A name that an administrator let in again a short while ago; counted nowhere else. */
        LET_IN
    }

    /**
     * It must not be, as too many were.
     *
     * @param after when the next one may be
     */
    record TooMany(Duration after) implements SignInAttempt {}
}
