package dev.stipple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stipple.access.address.PublicAddress;
import dev.stipple.events.Receiver;
import dev.stipple.mail.Sender;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Whoever writes a wrong value is told in a few lines which one, and what to write. */
@ExtendWith(OutputCaptureExtension.class)
class SettingValuesTest {
    /** Some of what a service reads of its settings, each in the way in which it is read there. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Limits.class)
    static class Read {
        @Bean
        String values(
                @Value("${stipple.screenings.keep}") Duration keep,
                @Value("${stipple.uploads.size}") DataSize size,
                @Value("${stipple.intake.most}") int most,
                @Value("${stipple.access.passkey-required}") boolean required) {
            return keep + " " + size + most + required;
        }

        /** Needs the one before, as most do. */
        @Bean
        Integer addresses(
                String values,
                @Value("${stipple.address}") String address,
                @Value("${stipple.mail.from}") String from,
                @Value("${stipple.receivers.crm.secret:}") String secret) {
            PublicAddress.of(address);
            Sender.of(from.isEmpty() ? "desk@clinic.example" : from);
            if (!secret.isEmpty()) {
                Receiver.of("crm", "https://crm.example", secret);
            }
            return values.length();
        }
    }

    @ConfigurationProperties("stipple.limits")
    record Limits(DataSize body, int connections) {}

    @ParameterizedTest
    @CsvSource({
        "stipple.screenings.keep, 3 months, 'is 3 months; write a time such as 30s, 10m, 24h or 30d'",
        "stipple.uploads.size, big, is big; write a size such as",
        "stipple.intake.most, many, is many; write a whole number",
        "stipple.access.passkey-required, sometimes, is sometimes; write true or false",
        "stipple.limits.body, 5 elephants, is 5 elephants; write a size such as",
        "stipple.limits.connections, few, is few; write a whole number",
        "stipple.address, clinic.example, is clinic.example; write it as https://clinic.example",
        "stipple.mail.from, clinic, 'is no address: clinic; write it as desk@clinic.example'",
        "stipple.receivers.crm.secret, tell-nobody, make one with",
    })
    void aValueThatCannotBeUsedIsToldInAFewLines(String setting, String value, String told, CapturedOutput output) {
        var application = new SpringApplication(Read.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run("--" + setting + "=" + value)).isNotNull();

        String said = output.getAll().substring(output.getAll().indexOf("Description:"));
        assertThat(said).contains(setting, told, "Mend its value").doesNotContain("\tat ", "Exception", "tell-nobody");
        assertThat(said.lines()).hasSizeLessThan(12);
    }
}
