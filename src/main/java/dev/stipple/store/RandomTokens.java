package dev.stipple.store;

import dev.stipple.text.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes tokens of 192 random bits, written so that they fit into a link. */
public final class RandomTokens {
    private static final int BYTES = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomTokens() {}

    /** By what something that belongs to a token is found; a plain digest is enough, as a token has 192 random bits. */
    public static String fingerprint(String token) {
        return HexFormat.of().formatHex(digest("find", token));
    }

    /** Other bytes for each purpose, from which no token can be told. */
    public static byte[] digest(String purpose, String token) {
        return Digest.bytes((purpose + "\n" + token).getBytes(StandardCharsets.UTF_8));
    }

    public static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
