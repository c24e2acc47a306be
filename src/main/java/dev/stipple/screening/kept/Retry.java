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
 * @param body digest of the bytes sent
 */
public record Retry(String sender, String key, String body) {
    public static Retry of(String sender, String key, byte[] body) {
        try {
            return new Retry(
                    sender,
                    key,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** By what an earlier request is found, which tells neither the sender nor the key. */
    public String fingerprint(Generation generation) {
        return generation.fingerprint("retry", (sender + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }
}
