package dev.stipple.store;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens of 192 random bits, written so that they fit into a link. */
public final class RandomTokens {
    private static final int BYTES = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomTokens() {}

    public static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
