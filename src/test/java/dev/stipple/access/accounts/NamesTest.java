package dev.stipple.access.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names accounts and keys can have. */
class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ana", "ana.smith", "ana@clinic.example", "n2", "website-2"})
    void aPlainNameIsTaken(String name) {
        assertThatCode(() -> Names.check(name, List.of("carla", "website"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "-",
                "a b",
                "Ana",
                "a/b",
                "a\\b",
                "a;b",
                "a%b",
                "a?b",
                "a#b",
                "a:b",
                "a,b",
                "zo\u00eb",
                "\u0430na",
                "a\u0000b",
                "a\nb",
                "a\u202eb",
                "ana.",
                ".ana"
            })
    void whatAnAddressOrALineOfALogCannotCarryIsRefused(String name) {
        assertThatThrownBy(() -> Names.check(name, List.of())).isInstanceOf(InvalidAccount.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake",
                "1ntake",
                "in.take",
                "retention",
                "retent1on",
                "key",
                "t0ken",
                "due",
                "d.ue",
                "first-start",
                "f1rst.start"
            })
    void whatTheServiceCallsItselfIsRefused(String name) {
        assertThatThrownBy(() -> Names.check(name, List.of())).isInstanceOf(InvalidAccount.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "car1a", "cari_a", "c.arla", "adrnin", "admln", "adm1n", "ad-min"})
    void whatIsTakenForAnotherIsRefused(String name) {
        assertThatThrownBy(() -> Names.check(name, List.of("carla", "carlla", "admin")))
                .isInstanceOf(InvalidAccount.class);
    }
}
