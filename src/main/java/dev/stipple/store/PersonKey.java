package dev.stipple.store;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The key of one person, under which everything is sealed that they entered. Once its wrapped form is gone, nobody can
 * read any of it.
 */
public final class PersonKey {
    private static final int SIZE = 32;

    private final String owner;
    private final byte[] wrapped;
    private final Aead aead;

    private PersonKey(String owner, byte[] wrapped, Aead aead) {
        this.owner = owner;
        this.wrapped = wrapped;
        this.aead = aead;
    }

    public static PersonKey create(MasterKey master, String owner) {
        byte[] key = new byte[SIZE];
        new SecureRandom().nextBytes(key);
        return new PersonKey(owner, master.wrap(key, owner), MasterKey.aead(key));
    }

    public static PersonKey unwrap(MasterKey master, String owner, byte[] wrapped) {
        return new PersonKey(owner, wrapped, MasterKey.aead(master.unwrap(wrapped, owner)));
    }

    /** What the key belongs to, bound into everything it seals. */
    public String owner() {
        return owner;
    }

    /** The form that is kept. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    /**
     * Packs and encrypts.
     *
     * @param part what is sealed; a part cannot be passed off as another
     */
    public byte[] seal(String text, String part) {
        try {
            return aead.encrypt(Packed.of(text.getBytes(StandardCharsets.UTF_8)), context(part));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    public String open(byte[] sealed, String part) {
        try {
            return new String(Packed.read(aead.decrypt(sealed, context(part))), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new Unreadable("The " + part + " of " + owner + " was altered in the database.");
        }
    }

    @Nullable
    public String openIfAny(byte @Nullable [] sealed, String part) {
        return sealed == null ? null : open(sealed, part);
    }

    private byte[] context(String part) {
        return (owner + "/" + part).getBytes(StandardCharsets.UTF_8);
    }
}
