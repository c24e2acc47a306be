package dev.stipple.store.keys;

import java.util.Base64;
import java.util.Optional;

/**
 * The secret of one installation. It seals the file of keys that belongs to a database, and the keys in a backup; whoever
 * has it, that file and the database can read everything.
 */
public final class MasterKey {
    private static final String MAKE_ONE = "; make one with: openssl rand -base64 32";

    private static final String CONTEXT = "keys";

    private final Secret sealing;

    private MasterKey(Secret secret) {
        this.sealing = secret.derive("stipple/master");
    }

    /**
     * Reads a key that is written as base64.
     *
     * @throws InvalidKey where these are not 32 bytes
     */
    public static MasterKey of(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return new MasterKey(Secret.of(bytes)
                    .orElseThrow(() ->
                            new InvalidKey("The master key has " + bytes.length + " bytes instead of 32" + MAKE_ONE)));
        } catch (IllegalArgumentException e) {
            throw new InvalidKey("The master key is not base64" + MAKE_ONE);
        }
    }

    byte[] seal(Ring ring) {
        return sealing.encrypt(ring.bytes(), CONTEXT);
    }

    Optional<Ring> open(byte[] sealed) {
        return sealing.decrypt(sealed, CONTEXT).map(Ring::of);
    }
}
