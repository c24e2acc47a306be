package dev.stipple.reasoning.diagram;

import dev.stipple.reasoning.space.Entries;
import dev.stipple.reasoning.space.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where in the order of a diagram each question and each repeating group stands. */
final class Layout {
    /** A block from its first level to the one after its last. */
    record Stretch(Block block, int from, int to) {}

    /** So many values fit into one word of evidence. */
    private static final int MOST_VALUES = Long.SIZE - 1;

    private final int[] arities;
    private final double[][] shares;
    private final IdentityHashMap<Object, Stretch> stretches = new IdentityHashMap<>();

    /** @throws TooLarge where a level has more values than a word of evidence holds */
    Layout(List<Block> order) {
        this.arities = order.stream()
                .flatMapToInt(block -> IntStream.of(block.arities()))
                .toArray();
        this.shares = order.stream().flatMap(block -> Stream.of(block.shares())).toArray(double[][]::new);
        if (IntStream.of(arities).anyMatch(arity -> arity > MOST_VALUES)) {
            throw new TooLarge();
        }
        int from = 0;
        for (Block block : order) {
            from = place(block, from);
        }
    }

    private int place(Block block, int from) {
        int to = from + block.arities().length;
        if (block instanceof Block.Single single) {
            stretches.put(single.choice(), new Stretch(block, from, to));
        } else if (block instanceof Block.Multiple multiple) {
            stretches.put(multiple.choices(), new Stretch(block, from, to));
        } else if (block instanceof Block.Group group) {
            stretches.put(group.entries(), new Stretch(block, from, to));
            int inner = from + group.ownLevels();
            for (Block question : group.questions()) {
                inner = place(question, inner);
            }
        }
        return to;
    }

    int[] arities() {
        return arities.clone();
    }

    /** By level, how often each of its values is found among people at random. */
    double[][] shares() {
        return Stream.of(shares).map(double[]::clone).toArray(double[][]::new);
    }

    Stretch of(Variable variable) {
        return Objects.requireNonNull(stretches.get(variable));
    }

    Stretch of(Entries entries) {
        return Objects.requireNonNull(stretches.get(entries));
    }

    /** Everything open: by level, a bit for each of its values. */
    long[] open() {
        return IntStream.of(arities).mapToLong(arity -> (1L << arity) - 1).toArray();
    }
}
