package dev.stipple.store.keys;

import dev.stipple.store.Packed;
import dev.stipple.store.Unreadable;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The key of one person, under which everything is sealed that they entered. Once its wrapped form is gone, nobody can
 * read any of it.
 */
public final class PersonKey {
    private final String owner;
    private final Secret secret;

    private PersonKey(String owner, Secret secret) {
        this.owner = owner;
        this.secret = secret;
    }

    public static PersonKey create(String owner) {
        return new PersonKey(owner, Secret.random());
    }

    /**
     * Unwraps the form that is kept.
     *
     * @throws Unreadable where it was altered
     */
    public static PersonKey unwrap(Generation generation, String owner, byte[] wrapped) {
        return new PersonKey(
                owner, generation.unwrap(wrapped, owner).flatMap(Secret::of).orElseThrow(() -> altered(owner)));
    }

    /**
     * The key that a row of a screening keeps, or one joined with it; null where the person was erased, after which nothing
     * that the key sealed is there. The seal of the row holds that, and cannot hold the key, which is wrapped anew now and then.
     *
     * @throws Unreadable where the key was altered, taken away, or put back after an erasure
     */
    public static @Nullable PersonKey of(Keys keys, ResultSet row) throws SQLException {
        String owner = row.getString("reference");
        byte[] wrapped = row.getBytes("wrapped_key");
        String generation = row.getString("generation");
        boolean erased = row.getBytes("consent") == null;
        if (erased && wrapped == null && generation == null) {
            return null;
        }
        if (erased || wrapped == null || generation == null) {
            throw altered(owner);
        }
        return unwrap(keys.find(generation).orElseThrow(() -> altered(owner)), owner, wrapped);
    }

    private static Unreadable altered(String owner) {
        return new Unreadable("The key of " + owner + " was altered in the database.");
    }

    /** What the key belongs to, bound into everything it seals. */
    public String owner() {
        return owner;
    }

    /** The form that is kept. */
    public byte[] wrapped(Generation generation) {
        return generation.wrap(secret.bytes(), owner);
    }

    /**
     * Packs and encrypts.
     *
     * @param part what is sealed; a part cannot be passed off as another
     */
    public byte[] seal(String text, String part) {
        return sealBytes(Packed.of(text.getBytes(StandardCharsets.UTF_8)), part);
    }

    /**
     * Decrypts and unpacks.
     *
     * @throws Unreadable where it was altered
     */
    public String open(byte[] sealed, String part) {
        return new String(Packed.read(openBytes(sealed, part)), StandardCharsets.UTF_8);
    }

    /** Encrypts bytes as they are. */
    public byte[] sealBytes(byte[] bytes, String part) {
        return secret.encrypt(bytes, context(part));
    }

    /**
     * Decrypts bytes.
     *
     * @throws Unreadable where they were altered
     */
    public byte[] openBytes(byte[] sealed, String part) {
        return secret.decrypt(sealed, context(part))
                .orElseThrow(() -> new Unreadable("The " + part + " of " + owner + " was altered in the database."));
    }

    public @Nullable String openIfAny(byte @Nullable [] sealed, String part) {
        return sealed == null ? null : open(sealed, part);
    }

    private String context(String part) {
        return owner + "/" + part;
    }
}
