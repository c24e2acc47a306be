package dev.stipple.reasoning.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What it is worth to know what a level says: how much it tells of the verdict, counted over the ordinary people who may have
 * given the answers so far, and how often an objection then settles it.
 */
final class Worth {
    private static final int OBJECTIONS = 1 << Compiler.NOT_SUITABLE | 1 << Compiler.CLEARANCE | 1 << Compiler.DEFER;

    /** Some of the ordinary people. */
    private record Part(double share, Counts counts) {}

    private final List<Restricted> ways;
    private final int[] arities;
    private final List<Part> parts = new ArrayList<>();
    private final double entropy;

    /** @param ways all that the answers leave open; no two have anything in common */
    Worth(Ordinary ordinary, List<Restricted> ways) {
        this.ways = ways;
        this.arities = ordinary.arities();
        double half = 1;
        for (double[][] people : ordinary.people()) {
            half /= 2;
            add(people, half);
        }
        this.entropy = entropy(terminals());
    }

    private void add(double[][] people, double share) {
        double[] sizes = ways.stream().mapToDouble(way -> size(people, way)).toArray();
        double all = 0;
        for (double size : sizes) {
            all += size;
        }
        for (int i = 0; i < sizes.length; i++) {
            parts.add(new Part(share * sizes[i] / all, ways.get(i).counts(people)));
        }
    }

    /** How many of these people a way holds, what all ways have in common left out. */
    private double size(double[][] people, Restricted way) {
        return IntStream.range(0, people.length)
                .filter(level -> ways.stream().anyMatch(other -> other.open(level) != way.open(level)))
                .mapToDouble(level -> way.share(people, level))
                .reduce(1, (one, other) -> one * other);
    }

    /** How many bits a level is expected to tell of the verdict. */
    double tells(int level) {
        double all = 0;
        double after = 0;
        for (double[] value : with(level)) {
            all += total(value);
            after += total(value) * entropy(value);
        }
        return entropy - after / all;
    }

    /** The share of a level's values after which an objection has settled the verdict. */
    double ends(int level) {
        long open = ways.stream().mapToLong(way -> way.open(level)).reduce(0, (one, other) -> one | other);
        long ending = IntStream.range(0, Long.SIZE)
                .filter(value -> (open >>> value & 1) != 0)
                .filter(value -> isEnd(level, value))
                .count();
        return (double) ending / Long.bitCount(open);
    }

    private boolean isEnd(int level, int value) {
        int reached = ways.stream()
                .filter(way -> (way.open(level) >>> value & 1) != 0)
                .mapToInt(way -> way.reached(level, value))
                .reduce(0, (one, other) -> one | other);
        return Integer.bitCount(reached) == 1 && (reached & OBJECTIONS) != 0;
    }

    private double[][] with(int level) {
        double[][] with = new double[arities[level]][Nodes.TERMINALS];
        for (Part part : parts) {
            part.counts().addTo(with, part.share(), level);
        }
        return with;
    }

    private double[] terminals() {
        double[] terminals = new double[Nodes.TERMINALS];
        for (Part part : parts) {
            double[] more = part.counts().terminals();
            for (int terminal = 0; terminal < terminals.length; terminal++) {
                terminals[terminal] += part.share() * more[terminal];
            }
        }
        return terminals;
    }

    private static double total(double[] shares) {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        return total;
    }

    private static double entropy(double[] shares) {
        double total = total(shares);
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share / total * Math.log(share / total) / Math.log(2) : 0;
        }
        return entropy;
    }
}
