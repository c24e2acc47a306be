package dev.stipple.reasoning.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An order in which things that rules read together stand near each other: FORCE (Aloul, Markov and Sakallah, "FORCE: a fast
 * and easy-to-implement variable-ordering heuristic", GLSVLSI 2003), from several beginnings.
 */
final class Order {
    private static final int BEGINNINGS = 20;
    private static final int MOST_ROUNDS = 200;
    private static final long SEED = 20_261_128;

    private final int count;
    private final List<int[]> edges;

    /** @param together sets of things that belong near each other, each numbered from zero */
    private Order(int count, Set<Set<Integer>> together) {
        this.count = count;
        this.edges = together.stream()
                .filter(edge -> edge.size() > 1)
                .map(edge -> edge.stream().mapToInt(Integer::intValue).sorted().toArray())
                .sorted(Arrays::compare)
                .toList();
    }

    /** The things in order. */
    static List<Integer> of(int count, Set<Set<Integer>> together) {
        return new Order(count, together).best();
    }

    private List<Integer> best() {
        var random = new Random(SEED);
        List<Integer> order = IntStream.range(0, count).boxed().toList();
        List<Integer> best = settled(order);
        long least = span(best);
        for (int i = 0; i < BEGINNINGS; i++) {
            var shuffled = new ArrayList<>(order);
            Collections.shuffle(shuffled, random);
            List<Integer> settled = settled(shuffled);
            if (span(settled) < least) {
                least = span(settled);
                best = settled;
            }
        }
        return best;
    }

    private List<Integer> settled(List<Integer> start) {
        List<Integer> order = start;
        long span = span(order);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Integer> next = pulled(order);
            long nextSpan = span(next);
            if (nextSpan >= span) {
                return order;
            }
            order = next;
            span = nextSpan;
        }
        return order;
    }

    /** Each thing drawn to the middle of the middles of its edges. */
    private List<Integer> pulled(List<Integer> order) {
        int[] places = places(order);
        double[] sums = new double[count];
        int[] degrees = new int[count];
        for (int[] edge : edges) {
            double middle = Arrays.stream(edge)
                    .mapToDouble(each -> places[each])
                    .average()
                    .orElse(0);
            for (int each : edge) {
                sums[each] += middle;
                degrees[each]++;
            }
        }
        Comparator<Integer> byPull =
                Comparator.comparingDouble(each -> degrees[each] == 0 ? places[each] : sums[each] / degrees[each]);
        return order.stream().sorted(byPull.thenComparing(each -> places[each])).toList();
    }

    private long span(List<Integer> order) {
        int[] places = places(order);
        long span = 0;
        for (int[] edge : edges) {
            int low = Integer.MAX_VALUE;
            int high = 0;
            for (int each : edge) {
                low = Math.min(low, places[each]);
                high = Math.max(high, places[each]);
            }
            span += high - low;
        }
        return span;
    }

    private int[] places(List<Integer> order) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[order.get(i)] = i;
        }
        return places;
    }
}
