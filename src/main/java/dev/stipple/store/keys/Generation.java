package dev.stipple.store.keys;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A key that wraps other keys and hides what people are found by, until the next generation takes over and this one is
 * destroyed. What is left anywhere of the rows that it wrapped can then be opened by nobody.
 */
public final class Generation {
    private final String id;
    private final Secret secret;
    private final Secret wrapping;
    private final Map<String, Secret> purposes = new ConcurrentHashMap<>();

    Generation(String id, Secret secret) {
        this.id = id;
        this.secret = secret;
        this.wrapping = secret.derive("wrap");
    }

    public String id() {
        return id;
    }

    /**
     * Wraps a key.
     *
     * @param whose what has to be said again for unwrapping
     */
    public byte[] wrap(byte[] key, String whose) {
        return wrapping.encrypt(key, whose);
    }

    /** Empty where it was wrapped for another owner or by another generation, or was altered. */
    public Optional<byte[]> unwrap(byte[] wrapped, String whose) {
        return wrapping.decrypt(wrapped, whose);
    }

    /** HMAC-SHA-256 under a key for this purpose alone. */
    public byte[] mac(String purpose, byte[] text) {
        return purposes.computeIfAbsent(purpose, secret::derive).mac(text);
    }

    /** The same as 64 hexadecimal digits. */
    public String fingerprint(String purpose, byte[] text) {
        return HexFormat.of().formatHex(mac(purpose, text));
    }
}
