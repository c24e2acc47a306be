package dev.stipple.reasoning.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FormulaTest {
    private static final int VARIABLES = 6;

    /** A random formula over a few variables, all parts of which are known. */
    private static final class Made {
        private final Formula formula = new Formula();
        private final int[] variables =
                IntStream.range(0, VARIABLES).map(i -> formula.variable()).toArray();
        private final List<Integer> literals = new ArrayList<>(List.of(Formula.TRUE, Formula.FALSE));

        Made(long seed) {
            var random = new Random(seed);
            Arrays.stream(variables).forEach(literals::add);
            for (int i = 0; i < 20; i++) {
                int[] parts = random.ints(1 + random.nextInt(3), 0, literals.size())
                        .map(at -> literals.get(at) ^ random.nextInt(2))
                        .toArray();
                literals.add(random.nextBoolean() ? formula.and(parts) : formula.or(parts));
            }
        }

        Assignment assignment(int bits) {
            var assignment = new Assignment(formula);
            for (int i = 0; i < VARIABLES; i++) {
                assignment.set(Formula.node(variables[i]), (bits >> i & 1) == 1);
            }
            return assignment;
        }

        boolean holds(int literal, int bits) {
            return assignment(bits).holds(literal);
        }
    }

    private static void onEveryValue(ObjIntConsumer<Made> claim) {
        for (long seed = 0; seed < 20; seed++) {
            var made = new Made(seed);
            for (int bits = 0; bits < 1 << VARIABLES; bits++) {
                claim.accept(made, bits);
            }
        }
    }

    @Test
    void aConjunctionHoldsWhereAllItsPartsDo() {
        onEveryValue((made, bits) -> {
            int a = made.literals.get(9);
            int b = Formula.not(made.literals.get(14));
            boolean one = made.holds(a, bits);
            boolean other = made.holds(b, bits);

            assertThat(made.holds(made.formula.and(a, b), bits)).isEqualTo(one && other);
            assertThat(made.holds(made.formula.or(List.of(a, b)), bits)).isEqualTo(one || other);
            assertThat(made.holds(made.formula.differ(a, b), bits)).isEqualTo(one != other);
            assertThat(made.holds(Formula.not(a), bits)).isNotEqualTo(one);
        });
    }

    @Test
    void equalPartsAreShared() {
        var formula = new Formula();
        int a = formula.variable();
        int b = formula.variable();
        int size = formula.size();

        assertThat(formula.and(a, b, Formula.TRUE, a)).isEqualTo(formula.and(b, a));
        assertThat(formula.size()).isEqualTo(size + 1);
        assertThat(formula.and(a, Formula.not(a))).isEqualTo(Formula.FALSE);
        assertThat(formula.and(a, Formula.FALSE)).isEqualTo(Formula.FALSE);
        assertThat(formula.and(List.of())).isEqualTo(Formula.TRUE);
        assertThat(formula.or(List.of())).isEqualTo(Formula.FALSE);
        assertThat(formula.and(a)).isEqualTo(a);
        assertThat(List.of(formula.isVariable(Formula.node(a)), formula.isVariable(0)))
                .containsExactly(true, false);
        assertThat(formula.isVariable(Formula.node(formula.and(a, b)))).isFalse();
        assertThat(List.of(Formula.isConstant(0), Formula.isConstant(1), Formula.isConstant(2)))
                .containsExactly(true, true, false);
    }

    @Test
    void aVariableIsReplacedWhereverItStands() {
        onEveryValue((made, bits) -> {
            int literal = made.literals.get(made.literals.size() - 1);
            int variable = made.variables[2];
            int flipped = made.formula.replaced(
                    literal, new Formula.Replacement().put(Formula.not(variable), made.variables[4]));

            int as = (bits >> 4 & 1) == 1 ? bits & ~4 : bits | 4;
            assertThat(made.holds(flipped, bits)).isEqualTo(made.holds(literal, as));
        });
    }

    @Test
    void forSomeValuesMeansForThoseThatAreAdmissible() {
        var formula = new Formula();
        int a = formula.variable();
        int b = formula.variable();
        int c = formula.variable();
        formula.restrict(new int[] {a, b}, List.of(new int[] {Formula.not(a), Formula.not(b)}));

        assertThat(formula.some(formula.and(a, c), new int[] {a, b})).isEqualTo(c);
        assertThat(formula.some(formula.and(a, b), new int[] {a, b})).isEqualTo(Formula.FALSE);
        assertThat(formula.some(c, new int[] {a, b})).isEqualTo(c);
        assertThat(formula.domain(Formula.node(c))).isEmpty();
    }

    @Test
    void theSolverFindsWhatHoldsAndWhatCannot() {
        for (long seed = 0; seed < 40; seed++) {
            var made = new Made(seed);
            var solver = new Solver(made.formula);
            int a = made.literals.get(12);
            int b = Formula.not(made.literals.get(20));
            boolean possible =
                    IntStream.range(0, 1 << VARIABLES).anyMatch(bits -> made.holds(a, bits) && made.holds(b, bits));

            assertThat(solver.solve(a, b)).as("seed " + seed).isEqualTo(possible);
            if (possible) {
                int bits = IntStream.range(0, VARIABLES)
                        .filter(i -> solver.knows(Formula.node(made.variables[i]))
                                && solver.isTrue(Formula.node(made.variables[i])))
                        .map(i -> 1 << i)
                        .sum();
                assertThat(made.holds(a, bits) && made.holds(b, bits)).isTrue();
                assertThat(solver.core()).isEmpty();
            } else {
                assertThat(IntStream.range(0, 1 << VARIABLES)
                                .anyMatch(
                                        bits -> Arrays.stream(solver.core()).allMatch(each -> made.holds(each, bits))))
                        .isFalse();
                assertThat(Arrays.stream(solver.core()).boxed()).isSubsetOf(a, b);
            }
        }
    }

    @Test
    void whatIsDemandedStaysDemanded() {
        var formula = new Formula();
        int a = formula.variable();
        int b = formula.variable();
        var solver = new Solver(formula);

        assertThat(solver.solve(Formula.not(a), Formula.not(b))).isTrue();
        solver.require(a, Formula.FALSE, b);

        assertThat(solver.solve(Formula.not(a), Formula.not(b))).isFalse();
        assertThat(solver.solve(Formula.not(a))).isTrue();
        assertThat(solver.solve(Formula.TRUE, b)).isTrue();
        assertThat(solver.solve(List.of(b, Formula.FALSE))).isFalse();
        assertThat(solver.core()).containsExactly(Formula.FALSE);
        assertThat(solver.solved()).isEqualTo(4);
    }

    @Test
    void aSearchEndsAtItsLimit() {
        var formula = new Formula();
        var solver = new Solver(formula, Deadline.in(Duration.ZERO));

        assertThatThrownBy(() -> solver.solve(formula.variable())).isInstanceOf(DeadlinePassed.class);
        assertThat(solver.solve(List.of(formula.variable()), Deadline.in(Duration.ofMinutes(1))))
                .isTrue();
        assertThat(Deadline.in(Duration.ofMinutes(1)).nanosLeft(Long.MAX_VALUE))
                .isBetween(
                        Duration.ofSeconds(30).toNanos(), Duration.ofMinutes(1).toNanos());
        assertThat(Deadline.NONE.nanosLeft(7)).isEqualTo(7);
    }

    @Test
    void aConeHoldsWhatItsRootsStandOnLowestFirst() {
        var formula = new Formula();
        int a = formula.variable();
        int b = formula.variable();
        int c = formula.variable();
        int ab = formula.and(a, b);
        int abc = formula.and(Formula.not(ab), c);
        formula.and(b, c);
        var cone = new ConeOfInfluence(formula, List.of(Formula.not(abc)));

        assertThat(cone.order())
                .containsExactly(
                        Formula.node(a), Formula.node(b), Formula.node(c), Formula.node(ab), Formula.node(abc));
        assertThat(cone.size()).isEqualTo(Formula.node(abc) + 1);
        assertThat(cone.above(new int[] {a})).containsExactly(Formula.node(ab), Formula.node(abc));
        assertThat(cone.above(new int[] {c})).containsExactly(Formula.node(abc));
        assertThat(new ConeOfInfluence(formula, List.of()).size()).isZero();
    }

    @Test
    void lanesTellForEachBitWhatIsKnownAndWhatIsOpen() {
        onEveryValue((made, bits) -> {
            int root = made.literals.get(made.literals.size() - 1);
            var roots = new ArrayList<Integer>(List.of(Formula.TRUE, root));
            Arrays.stream(made.variables).forEach(roots::add);
            var lanes = new ParallelAssignments(made.formula, new ConeOfInfluence(made.formula, roots), 1);
            for (int i = 0; i < 3; i++) {
                lanes.assume((bits >> i & 1) == 1 ? made.variables[i] : Formula.not(made.variables[i]));
            }
            var copy = lanes.copy();
            for (int i = 3; i < VARIABLES; i++) {
                long row = 0;
                for (int lane = 0; lane < 8; lane++) {
                    row |= (lane >> (i - 3) & 1) == 1 ? 1L << lane : 0;
                }
                copy.set(made.variables[i], new long[] {row});
            }
            lanes.run();
            copy.run();

            for (int lane = 0; lane < 8; lane++) {
                boolean holds = made.holds(root, (bits & 7) | (lane << 3));
                assertThat((copy.certain(root, 0) >> lane & 1) == 1).isEqualTo(holds);
                assertThat((copy.plane(Formula.not(root))[0] >> lane & 1) == 1).isEqualTo(!holds);
                assertThat((lanes.plane(holds ? root : Formula.not(root))[0] & 1) == 1)
                        .as("what some values come to is open or known")
                        .isTrue();
            }
            copy.open(made.variables[0]);
            assertThat(copy.plane(made.variables[0])[0] & copy.plane(Formula.not(made.variables[0]))[0])
                    .isEqualTo(-1);
        });
    }

    @Test
    void aVariableIsConnectedWithWhatOpenPartsLeadTo() {
        var formula = new Formula();
        int a = formula.variable();
        int b = formula.variable();
        int c = formula.variable();
        int ab = formula.and(a, b);
        int abc = formula.and(ab, c);
        var lanes = new ParallelAssignments(formula, new ConeOfInfluence(formula, List.of(Formula.TRUE, abc)), 1);
        lanes.run();

        assertThat(lanes.isConnected(new int[] {a}, List.of(abc))).isTrue();
        assertThat(lanes.isConnected(new int[] {c}, List.of(ab))).isFalse();

        lanes.assume(Formula.not(b));
        lanes.runAbove(new int[] {b});

        assertThat(lanes.isConnected(new int[] {a}, List.of(abc))).isFalse();
        assertThat(lanes.certain(Formula.not(abc), 0)).isEqualTo(-1);
        assertThatThrownBy(() -> lanes.plane(formula.variable())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theSmallestHittingSetsAreFound() {
        var sets = new HittingSets();

        assertThat(sets.smallest()).containsExactly(Set.of());
        sets.add(Set.of(1, 2));
        sets.add(Set.of(2, 3));
        assertThat(sets.smallest()).containsExactly(Set.of(2));
        sets.add(Set.of(1, 4));
        assertThat(sets.smallest()).containsExactlyInAnyOrder(Set.of(1, 2), Set.of(1, 3), Set.of(2, 4));
        assertThatThrownBy(() -> sets.add(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
