package dev.stipple.reasoning.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RestrictedTest {
    private static final int LEVELS = 60;

    /** Whether an even number of levels have their second value, which takes two nodes a level and 2^60 ways. */
    private static VerdictDiagram parity() {
        int[] arities = new int[LEVELS];
        Arrays.fill(arities, 2);
        var nodes = new Nodes(arities, 1_000);
        int even = Nodes.YES;
        int odd = Nodes.NO;
        for (int level = LEVELS - 1; level >= 0; level--) {
            int evenAbove = nodes.node(level, new int[] {even, odd});
            odd = nodes.node(level, new int[] {odd, even});
            even = evenAbove;
        }
        return VerdictDiagram.of(nodes, even);
    }

    private static long[] open() {
        long[] open = new long[LEVELS];
        Arrays.fill(open, 0b11);
        return open;
    }

    @Test
    void everyNodeIsLookedAtOnce() {
        var restricted = new Restricted(parity(), open());

        assertThat(restricted.possible()).isEqualTo(1 << Nodes.YES | 1 << Nodes.NO);
        assertThat(restricted.support().cardinality()).isEqualTo(LEVELS);
    }

    @Test
    void evidenceThatExcludesItselfReachesNothingAndIsSeenToSoon() {
        long[] open = open();
        open[LEVELS - 1] = 0;

        int possible =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> new Restricted(parity(), open).possible());

        assertThat(possible).isZero();
    }
}
