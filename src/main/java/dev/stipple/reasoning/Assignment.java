package dev.stipple.reasoning;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A value for every variable of a formula, and what follows for all that stands on them. */
final class Assignment {
    private final Formula formula;
    private final BitSet variables = new BitSet();
    private final Map<Integer, Boolean> derived = new HashMap<>();

    Assignment(Formula formula) {
        this.formula = formula;
    }

    void set(int node, boolean value) {
        variables.set(node, value);
        derived.clear();
    }

    boolean holds(int literal) {
        return holdsAt(Formula.node(literal)) != Formula.isNegated(literal);
    }

    private boolean holdsAt(int node) {
        if (node == 0) {
            return true;
        }
        if (formula.isVariable(node)) {
            return variables.get(node);
        }
        Boolean known = derived.get(node);
        if (known == null) {
            known = true;
            for (int part : formula.parts(node)) {
                known &= holds(part);
            }
            derived.put(node, known);
        }
        return known;
    }
}
