package dev.stipple.access.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What a sign-in, and a session that it began, are held to.
 *
 * @param hash of the password
 * @param epoch counts the changes that end what was signed in before: of the password, of the role, of being closed
 * @param passkeys a digest of the passkeys; null where there are none
 */
public record Credentials(
        Account account, String hash, int epoch, @Nullable String passkeys) {
    /** Whether a passkey is asked for beside the password. */
    public boolean passkey() {
        return passkeys != null;
    }
}
