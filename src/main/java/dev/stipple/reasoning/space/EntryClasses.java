package dev.stipple.reasoning.space;

import dev.stipple.questionnaire.Group;
import dev.stipple.reasoning.formula.Deadline;
import dev.stipple.reasoning.formula.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The classes of entries of a repeating group that its patterns can tell apart. Found by fixing one question after the
 * other and merging entries for which every pattern comes to the same.
 */
final class EntryClasses {

    /**
     * Entries that no pattern tells apart.
     *
     * @param values the variables of the prototype that are true in one of them
     * @param holds by pattern, what remains of it; often just true or false
     */
    record EntryClass(BitSet values, Map<Integer, Integer> holds) {}

    private record State(BitSet values, List<Integer> literals) {}

    /** How many classes times patterns there may be; the shipped rules need 5,400. */
    private static final int LARGEST = 100_000;

    private final Formula formula;
    private final Group group;

    private EntryClasses(Formula formula, Group group) {
        this.formula = formula;
        this.group = group;
    }

    /**
     * Finds the classes.
     *
     * @param patterns what has to be told apart, as literals over the prototype's variables
     * @throws TooManyClasses where they would take more memory than a rulebook may
     */
    static List<EntryClass> of(Formula formula, Fact prototype, Collection<Integer> patterns) {
        var order = patterns.stream()
                .filter(pattern -> !Formula.isConstant(pattern))
                .distinct()
                .toList();
        int admissible = formula.and(prototype.variables().stream()
                .flatMapToInt(variable -> IntStream.of(variable.variables()))
                .boxed()
                .flatMap(literal -> formula.domain(Formula.node(literal)).stream())
                .distinct()
                .map(formula::or)
                .toList());
        var start = new State(
                new BitSet(),
                Stream.concat(Stream.of(admissible), order.stream()).toList());
        var states = new EntryClasses(formula, prototype.group()).split(List.of(start), prototype.variables());
        return states.stream().map(state -> entryClass(state, order)).toList();
    }

    private static EntryClass entryClass(State state, List<Integer> order) {
        var holds = new LinkedHashMap<Integer, Integer>();
        IntStream.range(0, order.size())
                .forEach(i -> holds.put(order.get(i), state.literals().get(i + 1)));
        return new EntryClass(state.values(), holds);
    }

    private Collection<State> split(Collection<State> states, List<Variable> variables) {
        Collection<State> current = states;
        for (Variable variable : variables) {
            int[] all = variable.variables();
            if (variable instanceof SingleChoice && all.length > 1) {
                current = split(
                        current, all, Arrays.stream(all).map(Formula::node).toArray());
            } else {
                for (int one : all) {
                    current = split(current, new int[] {one}, new int[] {-1, Formula.node(one)});
                }
            }
        }
        return current;
    }

    /** Splits by these variables, of which each time one is true, or none where it is negative. */
    private Collection<State> split(Collection<State> states, int[] variables, int[] chosen) {
        var merged = new LinkedHashMap<List<Integer>, State>();
        for (int choice : chosen) {
            var replacement = new Formula.Replacement();
            for (int variable : variables) {
                replacement.put(variable, Formula.node(variable) == choice ? Formula.TRUE : Formula.FALSE);
            }
            for (State state : states) {
                State next = next(state, choice, replacement);
                if (next.literals().get(0) != Formula.FALSE) {
                    merged.putIfAbsent(next.literals(), next);
                    checkSize(merged.size() * next.literals().size());
                }
            }
        }
        return new ArrayList<>(merged.values());
    }

    private void checkSize(int size) {
        if (size > LARGEST) {
            throw new TooManyClasses(group);
        }
        Deadline.NONE.check();
    }

    private State next(State state, int choice, Formula.Replacement replacement) {
        BitSet values = (BitSet) state.values().clone();
        if (choice >= 0) {
            values.set(choice);
        }
        return new State(
                values,
                state.literals().stream()
                        .map(literal -> formula.replaced(literal, replacement))
                        .toList());
    }
}
