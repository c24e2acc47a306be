package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mock.env.MockEnvironment;

/** A mail server is used whole or not at all. */
@Tag("whole")
class MailConfigurationTest {
    private static final Path RULES = Path.of("src/test/resources/planted/base");

    @ParameterizedTest
    @CsvSource({
        "'', desk@clinic.example, Links in mails need it",
        "https://clinic.example, '', stipple.mail.from is no address",
        "https://clinic.example, Clinic, stipple.mail.from is no address"
    })
    void aServiceThatCouldWriteNoMailDoesNotStart(String address, String from, String problem) {
        assertThatThrownBy(() -> RunningService.on(
                        RULES,
                        "--spring.mail.host=127.0.0.1",
                        "--stipple.address=" + address,
                        "--stipple.mail.from=" + from))
                .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                        .hasStackTraceContaining(problem));
    }

    @Test
    void aHostThatIsBlankIsNone() {
        assertThat(MailConfiguration.isOn(new MockEnvironment())).isFalse();
        assertThat(MailConfiguration.isOn(new MockEnvironment().withProperty("spring.mail.host", " ")))
                .isFalse();
        assertThat(MailConfiguration.isOn(new MockEnvironment().withProperty("spring.mail.host", "smtp.example")))
                .isTrue();
    }
}
