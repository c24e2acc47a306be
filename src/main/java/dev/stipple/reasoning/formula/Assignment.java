package dev.stipple.reasoning.formula;

import java.util.BitSet;

/** A value for every variable of a formula, and what follows for all that stands on them. */
public final class Assignment {
    private final Formula formula;
    private final BitSet variables = new BitSet();
    private final BitSet derived = new BitSet();
    private final BitSet known = new BitSet();

    public Assignment(Formula formula) {
        this.formula = formula;
    }

    public void set(int node, boolean value) {
        variables.set(node, value);
        known.clear();
    }

    public boolean holds(int literal) {
        return holdsAt(Formula.node(literal)) != Formula.isNegated(literal);
    }

    private boolean holdsAt(int node) {
        if (node == 0) {
            return true;
        }
        if (formula.isVariable(node)) {
            return variables.get(node);
        }
        if (!known.get(node)) {
            boolean all = true;
            for (int part : formula.parts(node)) {
                all = all && holds(part);
            }
            derived.set(node, all);
            known.set(node);
        }
        return derived.get(node);
    }
}
