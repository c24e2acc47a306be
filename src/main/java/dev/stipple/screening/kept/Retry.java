package dev.stipple.screening.kept;

import dev.stipple.store.keys.Generation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a repeated request the same request: the key that its sender chose, and what was sent.
 *
 * @param key unique for the sender
 * @param request digest of what was sent
 */
public record Retry(String sender, String key, String request) {
    public static Retry of(String sender, String key, byte[] body) {
        return of(sender, key, "", body);
    }

    /** The same of a request with parameters beside its body, of which each counts too. */
    public static Retry of(String sender, String key, String parameters, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((parameters + "\n").getBytes(StandardCharsets.UTF_8));
            return new Retry(sender, key, HexFormat.of().formatHex(digest.digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** By what an earlier request is found, which tells neither the sender nor the key. */
    public String fingerprint(Generation generation) {
        return generation.fingerprint("retry", (sender + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }
}
