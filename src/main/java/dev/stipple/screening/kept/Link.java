package dev.stipple.screening.kept;

import dev.stipple.store.RandomTokens;

/**
 * By what somebody finds their own screening. Whoever knows the token may read it, so only its hash is kept.
 *
 * @param token random, as drafts have it
 */
public record Link(String token) {
    /** The same as that of a form which is open under the token, so that both are erased together. */
    public String hash() {
        return RandomTokens.fingerprint(token);
    }

    /** Never the token, so that it does not end in a log. */
    @Override
    public String toString() {
        return "a link";
    }
}
