package dev.stipple.store;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens of 192 random bits, written so that they fit into a link. */
public final class Tokens {
    private static final int BYTES = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    public static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
