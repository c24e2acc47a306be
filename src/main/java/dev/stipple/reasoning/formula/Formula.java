package dev.stipple.reasoning.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Propositional formulas that share equal parts. A formula is a literal: twice the number of its node, plus one where it
 * is negated. A node is a variable or a conjunction of literals of lower nodes.
 */
public final class Formula {
    public static final int TRUE = 0;
    public static final int FALSE = 1;

    private static final int[] VARIABLE = {};

    /** A conjunction as the key of its node. */
    private static final class Parts {
        private final int[] literals;

        Parts(int[] literals) {
            this.literals = literals;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Parts parts && Arrays.equals(literals, parts.literals);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(literals);
        }
    }

    private final List<int[]> nodes = new ArrayList<>(List.of(VARIABLE));
    private final Map<Parts, Integer> known = new HashMap<>();
    private final Map<Integer, List<int[]>> domains = new HashMap<>();

    public static int not(int literal) {
        return literal ^ 1;
    }

    public static int node(int literal) {
        return literal >> 1;
    }

    public static boolean isNegated(int literal) {
        return (literal & 1) == 1;
    }

    public static boolean isConstant(int literal) {
        return literal <= FALSE;
    }

    public int size() {
        return nodes.size();
    }

    public int variable() {
        nodes.add(VARIABLE);
        return 2 * (nodes.size() - 1);
    }

    public boolean isVariable(int node) {
        return node > 0 && nodes.get(node).length == 0;
    }

    /** The literals that a node conjoins; none for a variable. */
    public int[] parts(int node) {
        return nodes.get(node);
    }

    /** Lets these clauses go with every use of these variables. */
    public void restrict(int[] variables, List<int[]> clauses) {
        for (int variable : variables) {
            domains.put(node(variable), clauses);
        }
    }

    /** The clauses that limit the values of a variable. */
    public List<int[]> domain(int node) {
        return domains.getOrDefault(node, List.of());
    }

    public int and(Collection<Integer> literals) {
        return and(literals.stream().mapToInt(Integer::intValue).toArray());
    }

    public int and(int... literals) {
        int[] sorted = literals.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int literal : sorted) {
            if (literal == FALSE || (count > 0 && sorted[count - 1] == not(literal))) {
                return FALSE;
            }
            if (literal != TRUE && (count == 0 || sorted[count - 1] != literal)) {
                sorted[count++] = literal;
            }
        }
        return count == 0 ? TRUE : count == 1 ? sorted[0] : conjunction(Arrays.copyOf(sorted, count));
    }

    private int conjunction(int[] literals) {
        return known.computeIfAbsent(new Parts(literals), parts -> {
            nodes.add(literals);
            return 2 * (nodes.size() - 1);
        });
    }

    public int or(Collection<Integer> literals) {
        return or(literals.stream().mapToInt(Integer::intValue).toArray());
    }

    public int or(int... literals) {
        return not(and(Arrays.stream(literals).map(Formula::not).toArray()));
    }

    public int differ(int one, int other) {
        return or(and(one, not(other)), and(not(one), other));
    }

    /** The literal with variables replaced. */
    public int replaced(int literal, Replacement replacement) {
        int node = node(literal);
        Integer done = replacement.nodes.get(node);
        if (done == null) {
            int[] parts = parts(node);
            int[] changed = parts.clone();
            for (int i = 0; i < parts.length; i++) {
                changed[i] = replaced(parts[i], replacement);
            }
            done = Arrays.equals(parts, changed) ? 2 * node : and(changed);
            replacement.nodes.put(node, done);
        }
        return done ^ (literal & 1);
    }

    /** Holds where a literal does for some admissible values of these variables. */
    public int some(int literal, int[] variables) {
        int some = and(
                literal,
                and(Arrays.stream(variables)
                        .boxed()
                        .flatMap(variable -> domain(node(variable)).stream())
                        .distinct()
                        .map(this::or)
                        .toList()));
        for (int variable : variables) {
            some = or(
                    replaced(some, new Replacement().put(variable, TRUE)),
                    replaced(some, new Replacement().put(variable, FALSE)));
        }
        return some;
    }

    /** What to put in the place of variables, and what has been replaced so far. */
    public static final class Replacement {
        private final Map<Integer, Integer> nodes = new HashMap<>();

        public Replacement put(int literal, int replacement) {
            nodes.put(node(literal), replacement ^ (literal & 1));
            return this;
        }
    }
}
