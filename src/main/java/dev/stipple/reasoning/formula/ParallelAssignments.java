package dev.stipple.reasoning.formula;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many assignments side by side, one a bit, evaluated at once. A literal is known true, known false or open in each of
 * them: known true where only its first plane has the bit, known false where only the second has it.
 */
public final class ParallelAssignments {
    private final Formula formula;
    private final ConeOfInfluence cone;
    private final int words;
    private final long[] @Nullable [] mayHold;
    private final long[] @Nullable [] mayFail;

    /** Lanes in which every variable is open and nothing is evaluated yet. */
    public ParallelAssignments(Formula formula, ConeOfInfluence cone, int words) {
        this.formula = formula;
        this.cone = cone;
        this.words = words;
        this.mayHold = new long[cone.size()][];
        this.mayFail = new long[cone.size()][];
        for (int node : cone.order()) {
            if (formula.parts(node).length == 0) {
                mayHold[node] = filled(-1);
                mayFail[node] = filled(node == 0 ? 0 : -1);
            }
        }
    }

    /** The same lanes, to be changed on their own where the given nodes are concerned. */
    private ParallelAssignments(ParallelAssignments origin) {
        this.formula = origin.formula;
        this.cone = origin.cone;
        this.words = origin.words;
        this.mayHold = origin.mayHold.clone();
        this.mayFail = origin.mayFail.clone();
    }

    public ParallelAssignments copy() {
        return new ParallelAssignments(this);
    }

    private long[] filled(long bits) {
        long[] row = new long[words];
        Arrays.fill(row, bits);
        return row;
    }

    public int words() {
        return words;
    }

    /** Makes a literal hold in every lane; where it is a conjunction, all its parts. */
    public void assume(int literal) {
        int node = Formula.node(literal);
        if (formula.isVariable(node)) {
            set(literal, filled(-1));
        } else if (!Formula.isNegated(literal)) {
            for (int part : formula.parts(node)) {
                assume(part);
            }
        }
    }

    /** Gives a variable's literal a value in every lane. */
    public void set(int literal, long[] bits) {
        int node = Formula.node(literal);
        if (node < mayHold.length && mayHold[node] != null) {
            long[] other = new long[words];
            for (int i = 0; i < words; i++) {
                other[i] = ~bits[i];
            }
            mayHold[node] = Formula.isNegated(literal) ? other : bits;
            mayFail[node] = Formula.isNegated(literal) ? bits : other;
        }
    }

    /** Opens a variable in every lane. */
    public void open(int variable) {
        int node = Formula.node(variable);
        if (node < mayHold.length && mayHold[node] != null) {
            mayHold[node] = filled(-1);
            mayFail[node] = filled(-1);
        }
    }

    /** Evaluates everything. */
    public void run() {
        run(cone.order());
    }

    /** Evaluates what stands on these variables alone. */
    public void runAbove(int[] variables) {
        run(cone.above(variables));
    }

    private void run(int[] order) {
        for (int node : order) {
            int[] parts = formula.parts(node);
            if (parts.length > 0) {
                long[] hold = plane(parts[0]).clone();
                long[] fail = plane(Formula.not(parts[0])).clone();
                for (int k = 1; k < parts.length; k++) {
                    long[] holds = plane(parts[k]);
                    long[] fails = plane(Formula.not(parts[k]));
                    for (int i = 0; i < words; i++) {
                        hold[i] &= holds[i];
                        fail[i] |= fails[i];
                    }
                }
                mayHold[node] = hold;
                mayFail[node] = fail;
            }
        }
    }

    /** Whether a way of open nodes leads from some of these variables to some of these literals; of one lane. */
    public boolean isConnected(int[] variables, List<Integer> literals) {
        var live = new BitSet();
        for (int variable : variables) {
            live.set(Formula.node(variable));
        }
        for (int node : cone.above(variables)) {
            boolean open = (plane(2 * node)[0] & plane(2 * node + 1)[0] & 1) == 1;
            for (int part : formula.parts(node)) {
                if (open && live.get(Formula.node(part))) {
                    live.set(node);
                }
            }
        }
        return literals.stream().anyMatch(literal -> live.get(Formula.node(literal)));
    }

    /** The lanes in which a literal may hold. */
    public long[] plane(int literal) {
        long[] plane = (Formula.isNegated(literal) ? mayFail : mayHold)[Formula.node(literal)];
        if (plane == null) {
            throw new IllegalArgumentException("literal " + literal + " is not part of these lanes");
        }
        return plane;
    }

    /** The lanes in which a literal certainly holds. */
    public long certain(int literal, int word) {
        return plane(literal)[word] & ~plane(Formula.not(literal))[word];
    }
}
