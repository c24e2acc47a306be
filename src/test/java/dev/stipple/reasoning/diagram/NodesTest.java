package dev.stipple.reasoning.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodesTest {
    private final Nodes nodes = new Nodes(new int[] {3, 2, 4}, 10_000, 100_000);

    @Test
    void equalFunctionsAreEqualNumbers() {
        int one = nodes.or(nodes.is(0, 1), nodes.is(2, 3));
        int other = nodes.not(nodes.and(nodes.not(nodes.is(2, 3)), nodes.not(nodes.is(0, 1))));

        assertThat(one).isEqualTo(other);
        assertThat(nodes.or(nodes.is(0, 0), nodes.or(nodes.is(0, 1), nodes.is(0, 2))))
                .isEqualTo(Nodes.YES);
        assertThat(nodes.and(nodes.is(0, 0), nodes.is(0, 1))).isEqualTo(Nodes.NO);
    }

    @Test
    void aMinimumIsTheLowerTerminalEverywhere() {
        var random = new Random(5);
        for (int round = 0; round < 200; round++) {
            int one = function(random);
            int other = function(random);
            int minimum = nodes.minimum(one, other);

            for (int[] values : allValues()) {
                assertThat(value(minimum, values)).isEqualTo(Math.min(value(one, values), value(other, values)));
            }
        }
    }

    private int function(Random random) {
        int[] terminals = random.ints(4, 0, Nodes.TERMINALS).toArray();
        int low = nodes.node(2, terminals);
        int middle = nodes.node(1, new int[] {low, random.nextInt(Nodes.TERMINALS)});
        return nodes.node(0, new int[] {middle, random.nextInt(Nodes.TERMINALS), low});
    }

    private static List<int[]> allValues() {
        return IntStream.range(0, 24)
                .mapToObj(i -> new int[] {i % 3, i / 3 % 2, i / 6})
                .toList();
    }

    private int value(int function, int... values) {
        int node = function;
        while (node >= Nodes.TERMINALS) {
            node = nodes.child(node, values[nodes.level(node)]);
        }
        return node;
    }

    @Test
    void moreNodesThanThereMayBeAreRefused() {
        var few = new Nodes(new int[] {3, 3}, Nodes.TERMINALS + 2, 0);
        few.is(0, 0);
        few.is(1, 0);

        assertThatThrownBy(() -> few.is(1, 1)).isInstanceOf(TooLarge.class);
    }

    @Test
    void morePairsThanMayBeCombinedAreRefused() {
        var few = new Nodes(new int[] {3, 3}, 10_000, 1);
        few.or(few.is(1, 0), few.is(1, 1));

        assertThatThrownBy(() -> few.or(few.is(0, 0), few.is(1, 1))).isInstanceOf(TooLarge.class);
    }

    @Test
    void whatIsReadTogetherStandsTogether() {
        var order = Order.of(6, Set.of(Set.of(0, 5), Set.of(5, 2), Set.of(1, 3), Set.of(3, 4)));

        assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(Math.abs(order.indexOf(0) - order.indexOf(5))).isEqualTo(1);
        assertThat(Math.abs(order.indexOf(5) - order.indexOf(2))).isEqualTo(1);
        assertThat(Math.abs(order.indexOf(1) - order.indexOf(3))).isEqualTo(1);
    }
}
