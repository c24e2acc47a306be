package dev.stipple.access.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An identity provider whose tokens say that somebody is a consultant. */
record TokenProvider(KeyPair keys, Path publicKey) {
    static final String OURS = "stipple";

    static TokenProvider in(Path folder) throws GeneralSecurityException, IOException {
        KeyPair keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Path file = folder.resolve("provider.pem");
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        return new TokenProvider(keys, file);
    }

    /** The setting of a service that trusts it. */
    String trusting() {
        return "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:" + publicKey;
    }

    /** The setting that says which tokens are meant for the service. */
    static String audience() {
        return "--spring.security.oauth2.resourceserver.jwt.audiences=" + OURS;
    }

    String token(String subject, String... audiences) throws JOSEException {
        return token(subject, Instant.now().plusSeconds(6000), audiences);
    }

    String token(String subject, @Nullable Instant ends, String... audiences) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .audience(List.of(audiences))
                .claim("roles", List.of("consultant"))
                .expirationTime(ends == null ? null : Date.from(ends))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        token.sign(new RSASSASigner(keys.getPrivate()));
        return token.serialize();
    }
}
