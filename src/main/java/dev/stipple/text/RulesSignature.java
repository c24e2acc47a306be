package dev.stipple.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/**
 * An Ed25519 signature (RFC 8032) over every text of a rules folder, kept beside them in {@value #NAME}. Pictures are not
 * covered. Keys are PEM files as OpenSSL writes them: PKCS#8 to sign, X.509 SubjectPublicKeyInfo to verify.
 */
public final class RulesSignature {
    public static final String NAME = "rules.sig";

    private static final String ALGORITHM = "Ed25519";

    private RulesSignature() {}

    /** A key that cannot be read; the message names the file and what it has to hold. */
    public static final class UnusableKey extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UnusableKey(Path file, String kind, Exception cause) {
            super(file + ": this is no Ed25519 " + kind + " key in PEM; name a file that OpenSSL wrote", cause);
        }
    }

    /** The text of {@value #NAME} for these rules. */
    public static String of(RulesFolder rules, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(signed(rules));
            return Base64.getEncoder().encodeToString(signature.sign()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs anything", e);
        }
    }

    /**
     * The same rules, if the holder of the key signed them as they are.
     *
     * @throws InvalidRules where they are not signed, or were signed by someone else or in another state
     */
    public static RulesFolder verified(RulesFolder rules, PublicKey key) {
        if (!rules.has(NAME)) {
            throw fault("the rules are not signed, and only signed ones are taken");
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed(rules));
            if (signature.verify(Base64.getMimeDecoder().decode(rules.text(NAME)))) {
                return rules;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw fault("this is not a signature");
        }
        throw fault("the signature is not that of these rules by the trusted key");
    }

    /**
     * Reads a key to sign with.
     *
     * @throws UnusableKey where the file holds none
     */
    public static PrivateKey privateKey(Path file) {
        return key(file, "private", (keys, der) -> keys.generatePrivate(new PKCS8EncodedKeySpec(der)));
    }

    /**
     * Reads a key to verify with.
     *
     * @throws UnusableKey where the file holds none
     */
    public static PublicKey publicKey(Path file) {
        return key(file, "public", (keys, der) -> keys.generatePublic(new X509EncodedKeySpec(der)));
    }

    private interface Reading<K> {
        K read(KeyFactory keys, byte[] der) throws GeneralSecurityException;
    }

    private static <K> K key(Path file, String kind, Reading<K> reading) {
        try {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            return reading.read(
                    KeyFactory.getInstance(ALGORITHM), Base64.getMimeDecoder().decode(base64));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableKey(file, kind, e);
        }
    }

    private static byte[] signed(RulesFolder rules) {
        var texts = new TreeMap<>(rules.texts());
        texts.remove(NAME);
        return Digest.of(texts).getBytes(StandardCharsets.US_ASCII);
    }

    private static InvalidRules fault(String problem) {
        return new InvalidRules(List.of(
                new Fault(Place.startOf(NAME), "signature", problem, "have an author sign them with 'stipple sign'")));
    }
}
