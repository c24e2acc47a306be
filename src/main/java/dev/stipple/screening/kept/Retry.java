package dev.stipple.screening.kept;

import dev.stipple.store.keys.Generation;
import dev.stipple.text.Digest;
import java.nio.charset.StandardCharsets;

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
        return new Retry(sender, key, Digest.of((parameters + "\n").getBytes(StandardCharsets.UTF_8), body));
    }

    /** By what an earlier request is found, which tells neither the sender nor the key. */
    public String fingerprint(Generation generation) {
        return generation.fingerprint("retry", (sender + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }
}
