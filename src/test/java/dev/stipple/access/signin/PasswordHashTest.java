package dev.stipple.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

class PasswordHashTest {
    /** OWASP's figure of 2021 for PBKDF2 with HMAC-SHA-256. */
    @Test
    void hashesThreeHundredAndTenThousandTimes() {
        String hash = new AccessConfiguration().passwordEncoder().encode("a short sentence");

        assertThat(hash).startsWith("{pbkdf2}");
        assertThat(Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                        .matches("a short sentence", hash.substring("{pbkdf2}".length())))
                .isTrue();
    }
}
