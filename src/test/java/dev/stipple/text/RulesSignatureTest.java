package dev.stipple.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesSignatureTest {
    private static final RulesFolder RULES =
            new RulesFolder(new TreeMap<>(Map.of("age.drl", "rule", "questionnaire.yaml", "title")));

    private final KeyPair author;

    RulesSignatureTest() throws GeneralSecurityException {
        author = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void rulesSignedAsTheyAreAreTaken() {
        RulesFolder signed = RULES.with(RulesSignature.NAME, RulesSignature.of(RULES, author.getPrivate()));

        assertThat(RulesSignature.verified(signed, author.getPublic())).isEqualTo(signed);
    }

    @Test
    void aTextThatChangedCameOrWentIsNoticed() {
        RulesFolder signed = RULES.with(RulesSignature.NAME, RulesSignature.of(RULES, author.getPrivate()));
        var fewer = new TreeMap<>(signed.texts());
        fewer.remove("age.drl");

        refused(signed.with("age.drl", "rulf"), "not that of these rules");
        refused(signed.with("more.drl", ""), "not that of these rules");
        refused(new RulesFolder(fewer), "not that of these rules");
    }

    @Test
    void rulesSignedBySomeoneElseOrByNobodyAreRefused() throws GeneralSecurityException {
        KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        refused(
                RULES.with(RulesSignature.NAME, RulesSignature.of(RULES, stranger.getPrivate())),
                "not that of these rules");
        refused(RULES, "not signed");
        refused(RULES.with(RulesSignature.NAME, "AAAA"), "not a signature");
    }

    @Test
    void keysAreReadFromPem(@TempDir Path folder) throws IOException {
        Path secret = pem(folder, "PRIVATE KEY", author.getPrivate().getEncoded());
        Path open = pem(folder, "PUBLIC KEY", author.getPublic().getEncoded());

        assertThat(RulesSignature.privateKey(secret)).isEqualTo(author.getPrivate());
        assertThat(RulesSignature.publicKey(open)).isEqualTo(author.getPublic());
        assertThatThrownBy(() -> RulesSignature.privateKey(open)).hasMessageContaining("no Ed25519 private key");
        assertThatThrownBy(() -> RulesSignature.publicKey(folder.resolve("none")))
                .hasMessageContaining("no Ed25519 public key");
    }

    private void refused(RulesFolder rules, String problem) {
        assertThatThrownBy(() -> RulesSignature.verified(rules, author.getPublic()))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining(problem);
    }

    private static Path pem(Path folder, String kind, byte[] der) throws IOException {
        return Files.writeString(
                folder.resolve(kind + ".pem"),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                        + "-----\n");
    }
}
