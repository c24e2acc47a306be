package dev.stipple.reasoning.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stipple.Shipped;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The proof of the shipped rules. */
class ShippedProofTest {
    @Test
    void nothingFailsForAnybody() {
        Certificate certificate = Proof.of(Shipped.rulebook(), List.of());

        assertThat(certificate.unfinished()).isEmpty();
        assertThat(certificate.failures()).isEmpty();
    }
}
