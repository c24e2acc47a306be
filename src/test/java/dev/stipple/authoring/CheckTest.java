package dev.stipple.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CheckTest {
    static List<Planted> everyDefect() {
        return Planted.all();
    }

    @ParameterizedTest
    @MethodSource
    void everyDefect(Planted defect) {
        var faults = Check.of(defect.folder()).faults();

        assertThat(faults)
                .extracting(fault -> fault.place() + " " + fault.kind())
                .as(() -> defect + " is told where it is: " + faults)
                .containsExactlyElementsOf(defect.faults());
    }

    @Test
    void theCleanRulesHaveNoFaults() {
        assertThat(Check.of(Planted.clean()).faults()).isEmpty();
    }

    @Test
    void theShippedRulesHaveNoFaults() {
        assertThat(Shipped.CONTENTS.faults()).isEmpty();
        assertThat(Shipped.SCENARIOS.faults()).isEmpty();
        assertThat(RulesTable.check(Shipped.CONTENTS)).isEmpty();
    }
}
