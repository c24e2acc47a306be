package dev.stipple.access.accounts;

/**
 * What a sign-in, and a session that it began, are held to.
 *
 * @param hash of the password
 * @param epoch counts the changes that end what was signed in before: of the password, of the role, of being closed
 */
public record Credentials(Account account, String hash, int epoch) {}
