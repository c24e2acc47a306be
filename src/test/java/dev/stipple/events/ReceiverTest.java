package dev.stipple.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers as they are configured, and what is signed for them. */
class ReceiverTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example that libraries of Standard Webhooks are tested with. */
    @Test
    void anEventIsSignedAsLibrariesOfTheStandardCheckIt() {
        var receiver = Receiver.of("crm", "https://crm.example/events", SECRET);

        assertThat(receiver.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @CsvSource({
        "crm, , stipple.receivers.crm.url is no address",
        "crm, crm.example, stipple.receivers.crm.url is no address",
        "crm, file:///etc/passwd, stipple.receivers.crm.url is no address",
        "crm, https://name:word@crm.example, stipple.receivers.crm.url is no address",
        "crm, https://crm.example/ a, stipple.receivers.crm.url is no address",
        "CRM of ours, https://crm.example, stipple.receivers.CRM of ours has no name",
    })
    void whatCannotBeUsedIsRefusedWithItsSetting(String name, String url, String problem) {
        assertThatThrownBy(() -> Receiver.of(name, url == null ? "" : url, SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "short",
        "whsec_c2hvcnQ=",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_!!!!",
        "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI="
    })
    void aWeakSecretIsRefusedAndNotTold(String secret) {
        assertThatThrownBy(() -> Receiver.of("crm", "https://crm.example", secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stipple.receivers.crm.secret")
                .satisfies(fault -> assertThat(secret.isEmpty()
                                || !String.valueOf(fault.getMessage()).contains(secret))
                        .isTrue());
    }

    @Test
    void aReceiverInALogTellsNoSecret() {
        assertThat(Receiver.of("crm", "https://crm.example", SECRET).toString()).doesNotContain("MfKQ");
    }
}
