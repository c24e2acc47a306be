package dev.stipple.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one installation. It wraps each person's key, seals the audit log and hides search terms; without it
 * nothing that is kept can be read, and whoever has it and the database can read everything.
 */
public final class MasterKey {
    private static final int SIZE = 32;

    private final byte[] secret;
    private final Aead wrapping;
    private final Map<String, SecretKeySpec> macKeys = new ConcurrentHashMap<>();

    private MasterKey(byte[] secret) {
        this.secret = secret;
        this.wrapping = aead(derive("wrap"));
    }

    /**
     * Reads a key that is written as base64.
     *
     * @throws InvalidKey where these are not 32 bytes
     */
    public static MasterKey of(String base64) {
        try {
            byte[] secret = Base64.getDecoder().decode(base64.strip());
            if (secret.length != SIZE) {
                throw new InvalidKey("The master key has " + secret.length
                        + " bytes instead of 32; make one with: openssl rand -base64 32");
            }
            return new MasterKey(secret);
        } catch (IllegalArgumentException e) {
            throw new InvalidKey("The master key is not base64; make one with: openssl rand -base64 32");
        }
    }

    /** Reads the key from a file that only its owner can read; where there is none, makes both. */
    public static MasterKey inFile(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] secret = new byte[SIZE];
        new SecureRandom().nextBytes(secret);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path written = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try (var channel = Files.newByteChannel(
                written, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(secret)));
        }
        try {
            // Appears whole or not at all, unlike a file that is still being written.
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its key is read.
            return;
        } finally {
            Files.delete(written);
        }
    }

    byte[] wrap(byte[] key, String whose) {
        try {
            return wrapping.encrypt(key, whose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    byte[] unwrap(byte[] wrapped, String whose) {
        try {
            return wrapping.decrypt(wrapped, whose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new InvalidKey("The master key is not the one that the data was kept with; "
                    + "give stipple.key or the key file that belongs to this database.");
        }
    }

    /** HMAC-SHA-256 under a key for this purpose alone. */
    public byte[] mac(String purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(macKeys.computeIfAbsent(purpose, each -> new SecretKeySpec(derive(each), "HmacSHA256")));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** The same as 64 hexadecimal digits. */
    public String fingerprint(String purpose, byte[] text) {
        return HexFormat.of().formatHex(mac(purpose, text));
    }

    public static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256", secret, new byte[0], ("stipple/" + purpose).getBytes(StandardCharsets.UTF_8), SIZE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
