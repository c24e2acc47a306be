package dev.stipple.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"injections, expectations", "injections, conditions", "BOTOX, BOTULINUM", "hands, scars", "AB, CD"})
    void whatIsUnlikeIsNotMeant(String written, String other) {
        assertThat(Nearest.to(written, List.of(other))).isEmpty();
        assertThat(Nearest.remedy(written, List.of(other))).isEqualTo("write one of: " + other);
    }

    @ParameterizedTest
    @CsvSource({
        "injection, injections",
        "ageYaers, ageYears",
        "knid, kind",
        "S22, S2",
        "S1, S2",
        "age, ageYears",
        "NOT_SUITBLE, NOT_SUITABLE",
        "hairloss, hairLoss",
        "ages, age"
    })
    void aSlipIsSeen(String written, String meant) {
        assertThat(Nearest.to(written, List.of("quite another", meant))).contains(meant);
    }

    @Test
    void ofSeveralTheOneThatDiffersLeastIsMeant() {
        assertThat(Nearest.to("toone", List.of("tune", "tone", "zone"))).contains("tone");
    }
}
