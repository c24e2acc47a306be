package dev.stipple.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address, and what would be more than one, or another line of a mail. */
class MailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "ada@straße.example",
                "ada@exa\u200dmple.org",
                "ada@-example.org",
                "ada@example..org",
                "ada@exa mple.org",
                "ada lovelace@example.org",
                "ada@example.org,eve@example.com",
                "ada@example.org;eve@example.com",
                "ada@example.org> <eve@example.com",
                "Ada <ada@example.org>",
                "ada@example.org\r\nBcc: eve@example.com",
                "ada@example.org\nBcc:eve@example.com",
                "ada\r\nRCPT TO:<eve@example.com>@example.org",
                "\"ada\\\r\n\"@example.org",
                "ada%0d%0a@example.org\u0000",
                "ada@exam\u2028ple.org",
                "ada\u202e@example.org",
                "@relay.example:ada@example.org",
                "ada@[127.0.0.1]",
                "ada@127.0.0.1",
                ".ada@example.org",
                "ada.@example.org",
                "ädä@example.org",
                "ada@example.org?subject=x",
                "a123456789012345678901234567890123456789012345678901234567890123x@example.org",
            })
    void whatMailCannotBeSentToIsNone(String written) {
        assertThat(MailAddress.of(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "' ada@example.org ', ada@example.org",
        "o'brien+skin@mail.example.co.uk, o'brien+skin@mail.example.co.uk",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@例え.テスト, ada@xn--r8jz45g.xn--zckzah"
    })
    void whatEveryServerTakesIsOne(String written, String address) {
        assertThat(MailAddress.of(written)).hasValueSatisfying(each -> {
            assertThat(each.text()).isEqualTo(address);
            assertThat(each.toString()).doesNotContain("@");
        });
    }

    @Test
    void nothingIsNone() {
        assertThat(MailAddress.of(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "desk@clinic.example, '', desk@clinic.example",
        "Clinic <desk@clinic.example>, Clinic, desk@clinic.example",
        "'Clinique de l’Étoile, Lyon <desk@clinic.example>', 'Clinique de l’Étoile, Lyon', desk@clinic.example"
    })
    void aSenderMayHaveAName(String configured, String name, String address) {
        var sender = Sender.of(configured);

        assertThat(sender.name()).isEqualTo(name);
        assertThat(sender.address().text()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Clinic",
                "Clinic <desk>",
                "Clinic <a@b.example> <c@d.example>",
                "Cli\r\nBcc: eve@example.com\r\n <desk@clinic.example>",
                "Cli\u0007nic <desk@clinic.example>"
            })
    void whatIsNoSenderIsRefusedWithItsSetting(String configured) {
        assertThatThrownBy(() -> Sender.of(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stipple.mail.from is no address");
    }
}
