package dev.stipple.reasoning.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
        var nodes = new Nodes(arities, 1_000, 0);
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

    /**
     * The first level chooses one of some pairs of later levels, and the terminal says whether they agree; two more of its
     * values are the terminals themselves. After the first halves of the pairs each combination is a set of nodes of its own.
     */
    private static Restricted pairs(int pairs) {
        int[] arities = new int[1 + 2 * pairs];
        Arrays.fill(arities, 2);
        arities[0] = pairs + 2;
        var nodes = new Nodes(arities, 10_000, 10_000);
        int[] choices = new int[pairs + 2];
        for (int i = 0; i < pairs; i++) {
            int second = nodes.is(1 + pairs + i, 1);
            choices[i] = nodes.node(1 + i, new int[] {nodes.not(second), second});
        }
        choices[pairs] = Nodes.YES;
        choices[pairs + 1] = Nodes.NO;
        long[] open = new long[arities.length];
        Arrays.fill(open, 0b11);
        open[0] = (1L << choices.length) - 1;
        return new Restricted(VerdictDiagram.of(nodes, nodes.node(0, choices)), open);
    }

    @Test
    void moreSetsOfNodesThanMayBeAreLeftToTheSolver() {
        int both = 1 << Nodes.YES | 1 << Nodes.NO;

        assertThat(pairs(6).isAlways(both, 1, others(6))).isTrue();
        assertThatThrownBy(() -> pairs(16).isAlways(both, 1, others(16))).isInstanceOf(Beyond.class);
    }

    private static long[] others(int pairs) {
        long[] others = new long[2 * pairs];
        Arrays.fill(others, 0b11);
        return others;
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
